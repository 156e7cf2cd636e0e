import type { Metadata } from 'next'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { ModalityLabel } from '@/app/_ui/modality-mark'
import { PageHead } from '@/app/_ui/page-head'
import { getSignOffs } from '@/lib/cases/queries/get-sign-offs'
import { signatureOf } from '@/lib/cases/sign-off/sign-off'
import { optionTypesOf } from '@/lib/clinical/catalogue/catalogue'
import { modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { requireBoard } from '../../_shell/current-board'
import '../reference.css'
import { signatureWords } from '../signature-words'
import { CatalogueRow } from './catalogue-row'

export const metadata: Metadata = { title: 'Treatment options' }

export default async function CataloguePage() {
  const { actor, boardId, timeZone } = await requireBoard()
  const signOffs = await getSignOffs(actor, { boardId })
  const signed = signOffs.ok ? signOffs.value.signed : []
  return (
    <>
      <PageHead
        title="Treatment options"
        note="What a board can propose in the five modalities. Remarks inform; none of them refuses an option"
        actions={<ButtonLink href="/reference">All instruments</ButtonLink>}
      />
      <div className="page stack">
        <nav className="tabs" aria-label="Modalities">
          {modalities.map((modality) => (
            <a key={modality} href={`#${modality}`}>
              <ModalityLabel modality={modality} /> <b>{optionTypesOf(modality).length}</b>
            </a>
          ))}
        </nav>
        {modalities.map((modality) => (
          <Card
            key={modality}
            id={modality}
            title={<ModalityLabel modality={modality} size="medium" />}
            note={`${optionTypesOf(modality).length} options, ${modalityFacts[modality].code}`}
          >
            {optionTypesOf(modality).map((type) => (
              <CatalogueRow
                key={type.id}
                type={type}
                signature={signatureWords(signatureOf(signed, { ...type, kind: 'option' }), timeZone)}
              />
            ))}
          </Card>
        ))}
      </div>
    </>
  )
}
