import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { _electron } from 'playwright'
import { inProject, root } from '../project.mjs'
import { findRuntime } from '../runtime/find.mjs'
import { command, SetupFailure, say } from '../say.mjs'

/** @typedef {import('playwright').ElectronApplication} App */
/** @typedef {import('playwright').Page} Page */

const sample = inProject('resources', 'samples', 'harbour.txt')
const written = inProject('out', 'demo')
const formats = ['Web page', 'Markdown', 'PDF']

/**
 * The main job, done by the real app in a profile of its own: a plain text is imported and its inferred roles
 * accepted, and what comes of it is exported. Only the system's file dialogs are answered from here.
 */
await command(async () => {
  rmSync(written, { recursive: true, force: true })
  mkdirSync(written, { recursive: true })
  const profile = mkdtempSync(join(tmpdir(), 'galley-demo-'))
  const { executable, args } = await findRuntime()
  const app = await _electron.launch({
    executablePath: executable,
    args: [...args, `--user-data-dir=${profile}`],
  })
  try {
    await answerDialogs(app)
    const page = await app.firstWindow()
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' })
    await importSample(page)
    await page.screenshot({ path: join(written, 'desk.png') })
    for (const format of formats) await exportAs(page, format)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new SetupFailure(`The demo stopped: ${error.message}`)
  } finally {
    await app.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  say(`\nGalley imported ${relative(root, sample)} and wrote:`)
  for (const name of readdirSync(written)) {
    const path = join(written, name)
    process.stdout.write(`${relative(root, path)}  ${Math.ceil(statSync(path).size / 1024)} kB\n`)
  }
})

/**
 * Opens the sample and saves into out/demo, under the names that the app proposes.
 * @param {App} app
 */
async function answerDialogs(app) {
  await app.evaluate(
    ({ dialog }, [open, folder]) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [open] })
      /** @param {unknown[]} given a window, perhaps, and then the options */
      const save = async (...given) => {
        const options = /** @type {Electron.SaveDialogOptions} */ (given.at(-1))
        const name = options.defaultPath?.split(/[\\/]/).at(-1) ?? 'export'
        return { canceled: false, filePath: `${folder}/${name}` }
      }
      dialog.showSaveDialog = save
    },
    /** @type {const} */ ([sample, written]),
  )
}

/** @param {Page} page */
async function importSample(page) {
  const skip = page.getByRole('button', { name: 'Skip for now' })
  const library = page.getByRole('main', { name: 'Library' })
  await skip.or(library).first().waitFor()
  if (await skip.isVisible()) await skip.click()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('textbox', { name: 'Briefing' }).waitFor()
}

/**
 * @param {Page} page
 * @param {string} format by its name in the dialog
 */
async function exportAs(page, format) {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: format }).click()
  await dialog.getByRole('button', { name: 'Save…' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
