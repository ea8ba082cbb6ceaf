import { FileText, type LucideIcon, Newspaper } from 'lucide-react'
import { type Template, templates } from '../../../core/briefing/templates.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './template-list.module.css'

const icons: Record<Template['id'], LucideIcon> = { 'news-briefing': Newspaper, blank: FileText }

interface TemplateListProps {
  disabled?: boolean
  onChoose: (template: Template) => void
}

/** The templates, each a button with what it holds. */
export function TemplateList({ disabled = false, onChoose }: TemplateListProps) {
  return (
    <ul className={styles.list}>
      {templates.map(template => (
        <li key={template.id}>
          <button
            type="button"
            className={styles.template}
            disabled={disabled}
            aria-describedby={`template-${template.id}`}
            aria-label={template.name}
            onClick={() => onChoose(template)}
          >
            <Icon of={icons[template.id]} />
            <span>
              <span className={styles.name}>{template.name}</span>
              <span id={`template-${template.id}`} className={styles.description}>
                {template.description}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
