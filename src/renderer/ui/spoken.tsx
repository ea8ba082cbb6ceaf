import styles from './spoken.module.css'

/** Words for screen readers only, read out as they change. */
export function Spoken({ words }: { readonly words: string }) {
  return (
    <p className={styles.spoken} role="status">
      {words}
    </p>
  )
}
