import { Anchor } from 'lucide-react'
import sample from '../../../../resources/samples/harbour.txt?raw'
import type { ChosenFile } from '../../../contract/channels.ts'
import type { Template } from '../../../core/briefing/templates.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './empty-library.module.css'
import { TemplateList } from './template-list.tsx'

interface EmptyLibraryProps {
  onImport: (file: ChosenFile) => void
  onChoose: (template: Template) => void
}

/** First start, and whenever there is no briefing: something to try, and something to begin with. */
export function EmptyLibrary({ onImport, onChoose }: EmptyLibraryProps) {
  return (
    <div className={styles.empty}>
      <EmptyState
        title="No briefings yet"
        actions={
          <Button
            icon={Anchor}
            onClick={() => onImport({ name: 'harbour.txt', bytes: new TextEncoder().encode(sample) })}
          >
            Try the sample briefing
          </Button>
        }
      >
        <p>
          Start from a template, or drop a text or Markdown file here: Galley finds its key points, sections
          and quotes. The sample shows how.
        </p>
      </EmptyState>
      <h2 className={styles.heading}>Templates</h2>
      <TemplateList onChoose={onChoose} />
    </div>
  )
}
