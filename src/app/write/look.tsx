/** The draft as residents will see it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftRow } from '../../store/device/db.ts';
import { Button, Photo, Screen } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { tidy } from './tidy.ts';
import type { Writer } from './writer.ts';

export function Look({
  draft,
  writer,
  onBack,
  publish,
}: {
  draft: DraftRow;
  writer: Writer;
  onBack: () => void;
  publish: ReactNode;
}) {
  const { t } = useTranslation('write');
  const when = useWhen();
  const { content } = tidy(draft);
  return (
    <Screen
      title={t('look.title')}
      back={onBack}
      footer={
        <>
          <Button onClick={onBack}>{t('look.back')}</Button>
          {publish}
        </>
      }
    >
      <p className="look-note">{t('look.note')}</p>
      <article className="stack">
        <h2 className="serif">{content.title}</h2>
        <p className="second">
          {writer.registry.units[draft.unit]?.name} {when.fullDay(when.now)} {content.officer}
        </p>
        {content.sections.map((section, index) => (
          <section key={index}>
            {section.heading && <h3>{section.heading}</h3>}
            <p className="plain-text">{section.text}</p>
          </section>
        ))}
        {content.photos.map((photo) => (
          <Photo key={photo.hash} hash={photo.hash} alt={photo.caption} />
        ))}
      </article>
    </Screen>
  );
}
