'use client'
import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'

type DropZoneProps = {
  /** Words of the button: `Add key images`. */
  label: string
  onFiles: (files: readonly File[]) => void
  /** Takes what is pasted anywhere on the screen, unless it is text for a field. One zone of a screen at most. */
  takesPaste?: boolean
  takes?: 'files' | 'one-picture'
  children?: ReactNode
}

/** A name for what comes from the clipboard, which has none of its own worth reading. */
const named = (file: File, index: number): File =>
  /^image\.(png|jpe?g)$/.test(file.name)
    ? new File([file], `pasted-${index + 1}.${file.name.split('.').at(-1)}`, { type: file.type })
    : file

/** Word processors and spreadsheets give their words as a picture, too. */
const isTextForField = ({ target, clipboardData }: ClipboardEvent): boolean =>
  target instanceof Element &&
  target.closest('input, textarea') !== null &&
  clipboardData?.types.includes('text/plain') === true

const pictures = 'image/png,image/jpeg'

/** Files by button, by dropping and by pasting: PNG, JPEG or PDF, several at once, or one picture alone. */
export function DropZone({ label, onFiles, takesPaste = false, takes = 'files', children }: DropZoneProps) {
  const isOne = takes === 'one-picture'
  const input = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    if (!takesPaste) return
    const hear = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])].map(named)
      if (files.length === 0 || isTextForField(event)) return
      event.preventDefault()
      latest.current(files)
    }
    document.addEventListener('paste', hear)
    return () => document.removeEventListener('paste', hear)
  }, [takesPaste])
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      className={isOver ? 'drop-zone over' : 'drop-zone'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      <div className="row-wrap">
        <Button icon="plus" aria-describedby={hintId} onClick={() => input.current?.click()}>
          {label}
        </Button>
        <span className="hint" id={hintId}>
          {isOne ? 'PNG or JPEG, at most 20 MB. Drop it here, too.' : 'PNG, JPEG or PDF, at most 20 MB each.'}
          {!isOne && (takesPaste ? ' Drop or paste them here, too.' : ' Drop them here, too.')}
        </span>
      </div>
      <input
        ref={input}
        type="file"
        multiple={!isOne}
        accept={isOne ? pictures : `${pictures},application/pdf`}
        aria-label={label}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}
