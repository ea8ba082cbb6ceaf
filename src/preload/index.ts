import { contextBridge } from 'electron'
import type { Bridge } from '../contract/bridge.ts'
import { invoke, on } from './invoke.ts'
import { provideSpelling } from './spelling.ts'

declare const process: { readonly platform: Bridge['platform'] }

const bridge: Bridge = { invoke, on, provideSpelling, platform: process.platform }

contextBridge.exposeInMainWorld('galley', bridge)
