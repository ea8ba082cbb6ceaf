import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, test } from 'vitest'
import { openSample } from '../support/driver.ts'
import { introduce } from '../support/reviewing.ts'
import { openStudio, type Studio, sizes } from './studio.ts'

let studio: Studio
let profile = ''
afterEach(async () => {
  await studio.galley.kill()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

test.each(sizes)('what went wrong, in words, at $width × $height', async size => {
  profile = await mkdtemp(join(tmpdir(), 'galley-shots-profile-'))
  studio = await openStudio(size, '5', profile)
  await introduce(studio.page, 'Nadia Osei')
  await openSample(studio.page)
  await studio.page.getByText(/^Saved/).waitFor()
  await studio.galley.kill()
  await rm(join(profile, 'IndexedDB'), { recursive: true })

  studio = await openStudio(size, '5', profile)
  const { page, shot } = studio
  await page.getByRole('row', { name: /Nine harbour cities/ }).waitFor()
  await shot('library rebuilt after its store was lost')
  await page.getByRole('row', { name: /Nine harbour cities/ }).click()
  const editor = page.getByRole('textbox', { name: 'Briefing' })
  await editor.waitFor()
  await shot('desk after a recovery')

  // A folder in the journal's place: nothing can be appended to it.
  const journals = join(profile, 'journal')
  for (const name of await readdir(journals)) {
    await rename(join(journals, name), join(journals, `${name}.away`))
    await mkdir(join(journals, name))
  }
  await editor.locator('.standfirst').click()
  await page.keyboard.type('More: ')
  await page.getByText('Your latest changes are not safe yet.').waitFor()
  await shot('changes that cannot be saved')
})
