import { ClipboardCopy } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Briefing } from '../../../core/briefing/briefing.ts'
import { openConflicts } from '../../../core/briefing/handoff.ts'
import { plainReview, publicationOf } from '../../../core/export/publication.ts'
import type { Result } from '../../../core/result.ts'
import { countSuggestions } from '../../../core/review/suggestions.ts'
import { countThreads } from '../../../core/review/threads.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { notify } from '../../ui/notify.ts'
import { Dot } from '../../ui/pill.tsx'
import { sizeWords } from '../../ui/size-words.ts'
import { exportChoices } from './choices.ts'
import { type CopyForm, copyExport } from './copy-export.ts'
import styles from './export-dialog.module.css'
import { ExportPreview } from './export-preview.tsx'
import { fileNameFor } from './file-name.ts'
import { FormatList } from './format-list.tsx'
import { FormatOptions } from './format-options.tsx'
import { type FormatId, formatOf } from './formats.ts'
import { remarks, reviewRemarks } from './readiness.ts'
import { ReviewOptions } from './review-options.tsx'
import { saveExport } from './save-export.ts'
import { useWritten } from './use-written.ts'

interface ExportDialogProps {
  briefing: Pick<Briefing, 'doc' | 'details' | 'records' | 'authors'>
  /** What the window calls the briefing. */
  title: string
  /** Something was written or copied. */
  onExported?: () => void
  onClose: () => void
}

const copyForms: readonly { form: CopyForm; label: string }[] = [
  { form: 'rich text', label: 'Copy rich text' },
  { form: 'HTML', label: 'Copy HTML' },
  { form: 'Markdown', label: 'Copy Markdown' },
]

/** Formats on the left, options in the middle, on the right what will be written. */
export function ExportDialog({ briefing, title, onExported, onClose }: ExportDialogProps) {
  const choices = useStore(exportChoices)
  // Not kept for the next export: what is let out once must not be let out again unasked.
  const [review, setReview] = useState(plainReview)
  const publication = useMemo(() => publicationOf(briefing, review), [briefing, review])
  const unfinished = useMemo(() => {
    const { open, resolved } = countThreads(briefing.records.threads.values())
    const suggestions = countSuggestions(briefing.doc)
    const conflicts = openConflicts(briefing.records.handoff).length
    return { suggestions, openThreads: open, threads: open + resolved, conflicts }
  }, [briefing])
  const written = useWritten(publication, choices)
  const content = written?.result.ok === true ? written.result.value : null
  const [saving, setSaving] = useState(false)
  const name = fileNameFor(publication, formatOf(choices.format))

  const save = async (content: string) => {
    setSaving(true)
    const saved = await saveExport(choices.format, content, name, title)
    setSaving(false)
    if (!saved.ok) {
      notify({
        kind: 'error',
        message:
          'The file was not written. The briefing is safe in Galley; what the file held before is unchanged.',
        failure: { file: name, ...saved.error },
      })
    } else if (saved.value !== null) {
      notify({ kind: 'done', message: `“${saved.value.name}” was written.` })
      onExported?.()
      onClose()
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Export"
      size="large"
      footer={
        <>
          <FooterLine
            name={name}
            format={choices.format}
            written={written?.result ?? null}
            notes={[...remarks(publication), ...reviewRemarks(unfinished, review)]}
          />
          {copyForms.map(({ form, label }) => (
            <Button
              key={form}
              {...(form === 'rich text' ? { icon: ClipboardCopy } : {})}
              onClick={() => {
                void copyExport(form, publication, choices)
                onExported?.()
              }}
            >
              {label}
            </Button>
          ))}
          <Button
            variant="primary"
            disabled={saving || content === null || written?.current !== true}
            onClick={() => {
              if (content !== null) void save(content)
            }}
          >
            Save…
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <FormatList value={choices.format} onChange={format => exportChoices.setState({ format })} />
        <FormatOptions choices={choices} onChange={change => exportChoices.setState(change)}>
          <ReviewOptions unfinished={unfinished} choices={review} onChange={setReview} />
        </FormatOptions>
        <ExportPreview format={choices.format} content={content} />
      </div>
    </Dialog>
  )
}

interface FooterLineProps {
  name: string
  format: FormatId
  written: Result<string> | null
  notes: readonly string[]
}

/** Says what will happen, and what a publisher would want to know before it does. */
function FooterLine({ name, format, written, notes }: FooterLineProps) {
  if (written?.ok === false) {
    return (
      <p className={styles.line} role="alert">
        <Dot kind="proof" />
        {written.error.message} Nothing was written. ({written.error.code})
      </p>
    )
  }
  const size = written === null || format === 'pdf' ? '' : `, ${sizeOf(written.value)}`
  return (
    <div className={styles.about} role="status">
      {notes.map(note => (
        <p key={note} className={styles.line}>
          <Dot kind="warn" />
          {note}
        </p>
      ))}
      <p className={styles.what} title={name}>
        <span className={styles.name}>Will be written as {name}</span>
        <span>{size}.</span>
      </p>
    </div>
  )
}

function sizeOf(content: string): string {
  return sizeWords(new TextEncoder().encode(content).length)
}
