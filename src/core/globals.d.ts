/**
 * The only globals that core may use beyond the language itself. They exist in every place where core runs:
 * the browser window, Electron's main process and Node. Anything else (time, ids, randomness, files) reaches
 * core as an argument.
 */

declare class URL {
  constructor(url: string, base?: string | URL)
  readonly href: string
  readonly protocol: string
  readonly origin: string
  readonly host: string
  readonly hostname: string
  readonly port: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
  readonly username: string
  readonly password: string
  toString(): string
}

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  readonly encoding: string
  decode(bytes?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string
}

/** A style sheet as text: the build puts it into the code. */
declare module '*.css?raw' {
  const css: string
  export default css
}
