import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { sessionOnDesk } from './navigation.ts'

interface Fault {
  readonly reason: string
  /** Null while that is being made sure of. */
  readonly safe: boolean | null
}

/** Where a screen cannot be drawn: says so, and whether what was typed is safe, which it first sees to. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { fault: Fault | null }> {
  override state: { fault: Fault | null } = { fault: null }

  static getDerivedStateFromError(error: unknown): { fault: Fault } {
    return { fault: { reason: error instanceof Error ? error.message : String(error), safe: null } }
  }

  override componentDidCatch(): void {
    void this.makeSafe()
  }

  private async makeSafe(): Promise<void> {
    const flushed = await sessionOnDesk()?.flush()
    const { fault } = this.state
    if (fault !== null) this.setState({ fault: { ...fault, safe: flushed?.ok !== false } })
  }

  override render(): ReactNode {
    const { fault } = this.state
    if (fault === null) return this.props.children
    return (
      <main aria-label="Fault" role="alert">
        <EmptyState
          title="Galley could not show this screen."
          actions={
            <Button variant="primary" onClick={() => location.reload()}>
              Start Galley again
            </Button>
          }
        >
          <p>{safety(fault.safe)}</p>
          <p>What went wrong: {fault.reason}</p>
        </EmptyState>
      </main>
    )
  }
}

function safety(safe: boolean | null): string {
  if (safe === null) return 'Making sure that what you typed is on disk…'
  if (safe) return 'Everything you typed is safe on disk.'
  return 'The last words could not be written to disk. Leave this window open; Galley keeps trying.'
}
