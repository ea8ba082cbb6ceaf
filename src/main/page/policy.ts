/** Where the page lives. The host is fixed, so that its origin, and with it the store, never changes. */
export const pageScheme = 'app'
export const pageOrigin = 'app://galley'
export const pageAddress = `${pageOrigin}/index.html`

/**
 * The page may load itself and nothing else. Styles may be inline (the editor and the menus position things),
 * scripts may not. Previews of what will be exported are `srcdoc` frames: they inherit this policy and are
 * sandboxed besides.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')
