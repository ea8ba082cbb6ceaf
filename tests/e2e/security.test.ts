import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Galley, launchGalley } from '../support/electron.ts'

/*
 * Electron's security checklist (electronjs.org/docs/latest/tutorial/security) on the running app.
 * Its points 16 (a current Electron) and 19 (fuses) are about the package, not about a checkout.
 */

let galley: Galley
beforeAll(async () => {
  galley = await launchGalley()
})
afterAll(() => galley.close())

test('[E1] points 1 and 18: the page comes from app:// and can load nothing from elsewhere', async () => {
  expect(galley.page.url()).toBe('app://galley/index.html')
  const loaded = await galley.page.evaluate(async () => {
    const attempts = ['https://example.org/', 'http://127.0.0.1:9/', 'file:///etc/passwd', 'app://other/x.js']
    const fetched = await Promise.allSettled(attempts.map(address => fetch(address)))
    const image = new Image()
    const imageLoaded = await new Promise(done => {
      image.onload = () => done(true)
      image.onerror = () => done(false)
      image.src = 'https://example.org/a.png'
    })
    return { fetched: fetched.map(({ status }) => status), imageLoaded }
  })
  expect(loaded).toEqual({ fetched: ['rejected', 'rejected', 'rejected', 'rejected'], imageLoaded: false })
})

test('[E1] point 18: app:// serves the built page and nothing beside it', async () => {
  const statuses = await galley.page.evaluate(() =>
    Promise.all(
      [
        'app://galley/index.html',
        'app://galley/..%2f..%2fpackage.json',
        'app://galley/%2e%2e/main/index.cjs',
      ].map(async address => (await fetch(address)).status),
    ),
  )
  expect(statuses).toEqual([200, 404, 404])
})

test('[E1] points 2 to 4, 6 and 8 to 10: isolated, sandboxed, without Node, nothing relaxed', async () => {
  const preferences = await galley.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false })
  expect(preferences).toMatchObject({ webSecurity: true, allowRunningInsecureContent: false })
  for (const relaxed of ['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'experimentalFeatures']) {
    expect(preferences[relaxed] ?? false, relaxed).toBe(false)
  }
  expect(preferences.enableBlinkFeatures ?? '').toBe('')
  const globals = await galley.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter(name => name in window),
  )
  expect(globals).toEqual([])
})

test('[E1] point 5: no permission is granted, and none is asked for', async () => {
  const granted = await galley.page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    camera: await navigator.mediaDevices?.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    ),
    place: await new Promise(done =>
      navigator.geolocation.getCurrentPosition(
        () => done('granted'),
        () => done('denied'),
      ),
    ),
    clipboard: await navigator.clipboard.readText().then(
      () => 'granted',
      () => 'denied',
    ),
  }))
  expect(granted).toEqual({ notifications: 'denied', camera: 'denied', place: 'denied', clipboard: 'denied' })
})

test('[E2] point 7: only the page’s own scripts run', async () => {
  const policy = await galley.page.evaluate(async () =>
    (await fetch('app://galley/index.html')).headers.get('content-security-policy'),
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe-eval')
  // Playwright's own code is exempt from the policy, so the attempts are made by what it leaves in the page.
  await galley.page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ranInline = true'
    document.body.append(script)
    const holder = document.createElement('div')
    holder.innerHTML =
      '<img src="x:y" onerror="window.ranHandler = true"><iframe srcdoc="<script>parent.ranFrame = true</script>"></iframe>'
    document.body.append(holder)
    const remote = document.createElement('script')
    remote.src = 'data:text/javascript,window.ranData = true'
    document.body.append(remote)
  })
  await galley.page.waitForTimeout(500)
  const ran = await galley.page.evaluate(() => Object.keys(window).filter(name => name.startsWith('ran')))
  expect(ran).toEqual([])
})

test('[E1] points 11 and 12: there are no web views', async () => {
  const isPlain = await galley.page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.org')
    document.body.append(view)
    return !('loadURL' in view)
  })
  expect(isPlain).toBe(true)
})

test('[E1] points 13 and 14: the page stays where it is and opens no windows', async () => {
  const opened = await galley.page.evaluate(() => {
    const opened = [
      window.open('https://example.org'),
      window.open('app://galley/index.html'),
      window.open(''),
    ]
    const link = document.createElement('a')
    link.href = 'https://example.org/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    location.href = 'https://example.org/'
    location.assign('data:text/html,x')
    return opened
  })
  await galley.page.waitForTimeout(500)
  expect(opened).toEqual([null, null, null])
  expect(galley.page.url()).toBe('app://galley/index.html')
  expect(await galley.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('[E1] point 15: only https and mailto are opened outside, and only after a yes', async () => {
  await galley.app.evaluate(({ dialog, shell }) => {
    const noted = globalThis as unknown as { outside: string[]; asked: string[]; answer: number }
    Object.assign(noted, { outside: [], asked: [], answer: 1 })
    shell.openExternal = async address => void noted.outside.push(address)
    dialog.showMessageBox = (async (...args: unknown[]) => {
      noted.asked.push((args.at(-1) as { detail: string }).detail)
      return { response: noted.answer, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
  })
  const open = (href: string) =>
    galley.page.evaluate(address => window.galley.invoke('link.open', { href: address }), href)
  for (const href of ['file:///etc/passwd', 'http://example.org', 'javascript:alert(1)', 'smb://host/x']) {
    expect(await open(href)).toMatchObject({ ok: false, error: { code: 'refused' } })
  }
  expect(await open('https://example.org/a')).toEqual({ ok: true, value: false })
  await galley.app.evaluate(() => Object.assign(globalThis, { answer: 0 }))
  expect(await open('https://example.org/b')).toEqual({ ok: true, value: true })
  const noted = await galley.app.evaluate(() => {
    const { asked, outside } = globalThis as unknown as { outside: string[]; asked: string[] }
    return { asked, outside }
  })
  expect(noted).toEqual({
    asked: ['https://example.org/a', 'https://example.org/b'],
    outside: ['https://example.org/b'],
  })
})

test('[E1] point 17: another window gets no answer, even with our preload script', async () => {
  const preload = resolve(import.meta.dirname, '../../out/preload/index.cjs')
  const answer = await galley.app.evaluate(async ({ BrowserWindow }, path) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } })
    await stranger.loadURL('app://galley/index.html')
    const asked = 'window.galley.invoke("settings.read")'
    const result: unknown = await stranger.webContents.executeJavaScript(asked)
    stranger.destroy()
    return result
  }, preload)
  expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } })
})

test('[E1] point 20: the bridge is all that the page gets', async () => {
  const bridge = await galley.page.evaluate(() =>
    Object.entries(window.galley).map(([name, member]) => `${name}: ${typeof member}`),
  )
  expect(bridge.sort()).toEqual([
    'invoke: function',
    'on: function',
    'platform: string',
    'provideSpelling: function',
  ])
})
