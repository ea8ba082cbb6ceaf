import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { assetPath, mediaType } from './asset.ts'
import { contentSecurityPolicy, pageScheme } from './policy.ts'

/** Makes `app://` a scheme with an origin of its own. Must run before Electron is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/**
 * Serves the built page to a session, from its folder and from nowhere else.
 * @param folder absolute path of out/renderer
 */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(pageScheme, async request => {
    const file = assetPath(folder, request.url)
    const type = file === null ? null : mediaType(file)
    if (request.method !== 'GET' || file === null || type === null) return nothing()
    try {
      return new Response(await readFile(file), {
        headers: {
          'content-type': type,
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-cache',
        },
      })
    } catch {
      return nothing()
    }
  })
}

function nothing(): Response {
  return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
}
