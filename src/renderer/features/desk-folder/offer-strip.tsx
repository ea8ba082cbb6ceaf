import { FolderSync } from 'lucide-react'
import { useStore } from 'zustand'
import { notNow, type Offer, offersState } from '../../store/desk-folder/arrivals.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

interface OfferStripProps {
  /** Shows what is offered. */
  readonly onLook: () => void
}

/** Says that files in the desk folder bring something; nothing where none does or the user said "Not now". */
export function OfferStrip({ onLook }: OfferStripProps) {
  const { offers, notNow: declined } = useStore(offersState)
  if (!offers.some(({ file }) => !declined.has(file.name))) return null
  return (
    <Banner
      kind="notice"
      icon={FolderSync}
      title={
        offers.length === 1
          ? 'A file in the desk folder brings something new:'
          : `${offers.length} files in the desk folder bring something new:`
      }
      actions={
        <>
          <Button onClick={onLook}>Look</Button>
          <Button onClick={notNow}>Not now</Button>
        </>
      }
    >
      {titlesOf(offers)}
    </Banner>
  )
}

/** The titles, each once; the first three by name. */
function titlesOf(offers: readonly Offer[]): string {
  const titles = [...new Set(offers.map(({ title }) => `“${title}”`))]
  const named = titles.slice(0, 3).join(', ')
  return titles.length > 3 ? `${named} and ${titles.length - 3} more.` : `${named}.`
}
