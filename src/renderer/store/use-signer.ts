import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { Author } from '../../core/briefing/author.ts'
import type { Session } from './session.ts'
import { useSettings } from './settings.ts'
import { signerOf } from './signer.ts'

/** Who signs what is written here in an open briefing, kept up to date. */
export function useSigner({ state }: Session): Author {
  const copy = useStore(state, ({ briefing }) => briefing.records.handoff.copy)
  const { author, asMyself } = useSettings()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature is made from these settings
  return useMemo(() => signerOf(state.getState().briefing), [state, copy, author, asMyself])
}
