import { useEffect, useState } from 'react'
import { isDraggedOut } from '../store/hand-out.ts'
import { notify } from '../ui/notify.ts'
import { takeFiles } from './files.ts'

/** Bytes; as much as main reads of a chosen file. */
const largest = 64 * 1024 * 1024

/** Files dropped anywhere on the window are taken in. Answers whether some hang over it now. */
export function useFileDrop(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      // Before the editor, which would put a file's text into the page.
      event.preventDefault()
      event.stopPropagation()
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = isDraggedOut() ? 'none' : 'copy'
      setOver(!isDraggedOut())
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      if (isDraggedOut()) return
      void takeDropped([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragenter', onDragOver, true)
    window.addEventListener('dragover', onDragOver, true)
    window.addEventListener('dragleave', onDragLeave, true)
    window.addEventListener('drop', onDrop, true)
    return () => {
      window.removeEventListener('dragenter', onDragOver, true)
      window.removeEventListener('dragover', onDragOver, true)
      window.removeEventListener('dragleave', onDragLeave, true)
      window.removeEventListener('drop', onDrop, true)
    }
  }, [])
  return over
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

async function takeDropped(files: readonly File[]): Promise<void> {
  const read = await Promise.all(files.map(readDropped))
  await takeFiles(read.filter(file => file !== null))
}

async function readDropped(file: File) {
  const { name } = file
  const refuse = (code: string, message: string) => {
    notify({ kind: 'error', message: `“${name}” was not taken in.`, failure: { code, message, file: name } })
    return null
  }
  if (file.size > largest) return refuse('file.too-large', 'It is larger than 64 MB, more than Galley reads.')
  try {
    return { name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    // A folder, or a file that went away or may not be read.
    return refuse('file.unreadable', 'It cannot be read; folders have to be opened file by file.')
  }
}
