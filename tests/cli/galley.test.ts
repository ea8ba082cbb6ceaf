import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { builtCli } from '../support/cli.ts'

const { run } = builtCli()

describe('[X1] galley', () => {
  it('says its version', async () => {
    expect(await run(['--version'])).toMatchObject({ status: 0, out: `${packageJson.version}\n`, err: '' })
  })

  it('explains itself, and each command', async () => {
    const help = await run(['--help'])
    expect(help).toMatchObject({ status: 0, err: '' })
    for (const command of ['import', 'export', 'info']) {
      expect(help.out).toContain(`galley ${command} FILE`)
      const said = await run([command, '--help'])
      expect(said).toMatchObject({ status: 0, err: '' })
      expect(said.out).toMatch(new RegExp(`^galley ${command} FILE`))
    }
  })

  it.each([
    ['no command', []],
    ['an unknown command', ['publish', 'x.briefing']],
    ['a name that every object has', ['constructor']],
    ['no FILE', ['info']],
    ['two FILEs', ['info', 'a.briefing', 'b.briefing']],
    ['an unknown option', ['info', 'a.briefing', '--colour']],
    ['an option without its value', ['export', 'a.briefing', '--to']],
    ['no format', ['export', 'a.briefing']],
    ['an unknown format', ['export', 'a.briefing', '--to', 'rtf']],
    ['a format of later', ['export', 'a.briefing', '--to', 'docx']],
    ['front matter for a page', ['export', 'a.briefing', '--to', 'html', '--front-matter', 'hugo']],
    ['unknown front matter', ['export', 'a.briefing', '--to', 'markdown', '--front-matter', 'zola']],
    ['an unknown place for comments', ['export', 'a.briefing', '--to', 'html', '--comments', 'margin']],
    ['an unknown source format', ['import', 'a.txt', '--from', 'latex']],
    ['a source format of later', ['import', 'a.txt', '--from', 'docx']],
    ['a source of later', ['import', 'a.docx']],
    ['a briefing as a source', ['import', 'a.briefing']],
  ])('refuses wrong use, in one line, before it looks at any file: %s', async (_, args) => {
    const { status, out, err } = await run(args)
    expect(status).toBe(2)
    if (args.length > 0) expect(err).toMatch(/^galley: [^\n]+\(usage\)\n$/)
    else expect(out).toContain('galley import FILE')
  })
})
