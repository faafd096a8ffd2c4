/** `/b/:unit/n/:notice/paper`: a notice as sheets for the wall, or as cards for each household. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cardBlocks } from '../../domain/kind/blocks.ts';
import type { Language, NoticeKind } from '../../domain/kind/kind.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import { noticeCode, spacedCode } from '../../domain/notice/code.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { type HeldHead, heldHead } from '../../sync/client/log-head.ts';
import type { OwnNotice } from '../outings/notice-data.ts';
import { Message, SelectField, Splash, useDevice } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { CardSheet } from './cards.tsx';
import { LookFields, useLook } from './choices.tsx';
import { type Cards, CARDS, keepCards, keptCards, liesAcross } from './look.ts';
import { PaperFrame } from './paper-frame.tsx';
import { blockParts, contentParts, hasMasked, type Part, photoParts, widest } from './parts.ts';
import type { SheetUnit } from './routes.tsx';
import { cardSheet, noticeSheet, openingParts } from './sheet-words.tsx';
import { Sheets } from './sheets.tsx';

type Form = 'sheet' | 'cards';

export function useHeldHead(unit: string): HeldHead | null | undefined {
  const { db } = useDevice();
  const [head, setHead] = useState<HeldHead | null | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    heldHead(db, unit).then(
      (found) => gone || setHead(found),
      // Without it the sheet says that there is none.
      () => gone || setHead(null),
    );
    return () => {
      gone = true;
    };
  }, [db, unit]);
  return head;
}

/** Characters of a notice's own words on its card. */
const CARD_WORDS = 120;

function cardParts(kind: NoticeKind | null, content: NoticeContent): Part[] {
  const blocks = kind ? cardBlocks(kind, content.fields) : [];
  const words = content.sections.map(({ text }) => text).join('');
  const short = words.length > CARD_WORDS ? `${words.slice(0, CARD_WORDS - 1)}…` : words;
  return [
    { type: 'title', text: content.title },
    ...(short ? [{ type: 'paragraph' as const, text: short, look: 'text' as const }] : []),
    ...blocks.flatMap(blockParts),
  ];
}

function useNoticeParts(own: OwnNotice, photos: boolean) {
  const { i18n } = useTranslation('paper');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  const { content } = currentRevision(own.notice);
  return useMemo(() => {
    const kind = kindOf(content.kind);
    const body = contentParts(kind, content, language);
    return {
      kind,
      body: photos ? [...body, ...photoParts(content.photos)] : body,
      cards: cardParts(kind, content),
      isMasked: hasMasked(body),
    };
  }, [content, language, photos]);
}

function FormFields({
  form,
  cards,
  onForm,
  onCards,
}: {
  form: Form;
  cards: Cards;
  onForm: (form: Form) => void;
  onCards: (cards: Cards) => void;
}) {
  const { t } = useTranslation('paper');
  return (
    <>
      <SelectField
        label={t('form.label')}
        value={form}
        options={(['sheet', 'cards'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
        onChange={(value) => onForm(value as Form)}
      />
      {form === 'cards' && (
        <SelectField
          label={t('cards.how')}
          value={String(cards)}
          options={CARDS.map((n) => ({ value: String(n), label: t('cards.option', { n }) }))}
          onChange={(value) => onCards(CARDS.find((one) => String(one) === value) ?? cards)}
        />
      )}
    </>
  );
}

/** The pages or the cards, made anew only when what stands on them changes. */
function useMade(shown: SheetUnit, own: OwnNotice, withPhotos: boolean, head: HeldHead | null) {
  const { t } = useTranslation('paper');
  const when = useWhen();
  const [made] = useState(when);
  const { kind, body, cards, isMasked } = useNoticeParts(own, withPhotos);
  return useMemo(() => {
    const isConfirmed = !own.waiting.has(currentRevision(own.notice).id);
    const origin = window.location.origin;
    const about = { ...shown, notice: own.notice, isConfirmed, head, isMasked, origin };
    const sheet = noticeSheet(t, made, about);
    return {
      kind,
      sheet,
      parts: [...openingParts(t, made, about), ...body],
      cards: { parts: cards, sheet: cardSheet(t, sheet) },
    };
  }, [shown, own, head, kind, body, cards, isMasked, t, made]);
}

function Made({ shown, own, head }: { shown: SheetUnit; own: OwnNotice; head: HeldHead | null }) {
  const { t } = useTranslation('paper');
  const { notice } = own;
  const { content } = currentRevision(notice);
  const [photos, setPhotos] = useState(true);
  const [form, setForm] = useState<Form>('sheet');
  const [cards, setCards] = useState(keptCards);
  const [pages, setPages] = useState<number | null>(null);
  const { kind, sheet, parts, cards: card } = useMade(shown, own, photos, head);
  const choosing = useLook(liesAcross(kind?.paper.turned ?? false, widest(parts)));
  const controls = (
    <>
      {own.waiting.has(currentRevision(notice).id) && (
        <Message tone="amber" title={t('stamp.notYet')}>
          {t('notYetHere')}
        </Message>
      )}
      <div className="paper-choices">
        <FormFields
          form={form}
          cards={cards}
          onForm={setForm}
          onCards={(next) => {
            keepCards(next);
            setCards(next);
          }}
        />
        {form === 'sheet' && <LookFields {...choosing} />}
        {form === 'sheet' && content.photos.length > 0 && (
          <SelectField
            label={t('photos.label')}
            value={photos ? 'with' : 'without'}
            options={(['with', 'without'] as const).map((value) => ({ value, label: t(`photos.${value}`) }))}
            onChange={(value) => setPhotos(value === 'with')}
          />
        )}
      </div>
    </>
  );
  return (
    <PaperFrame
      title={t('title')}
      back={`/b/${shown.unit.id}/n/${notice.id}`}
      controls={controls}
      code={spacedCode(noticeCode(notice.id))}
      pages={pages}
    >
      {form === 'sheet' ? (
        <Sheets parts={parts} sheet={sheet} look={choosing.look} onPages={setPages} />
      ) : (
        <CardSheet {...card} cards={cards} onPages={setPages} />
      )}
    </PaperFrame>
  );
}

export function NoticePaper({ shown, own }: { shown: SheetUnit; own: OwnNotice }) {
  const head = useHeldHead(shown.unit.id);
  if (head === undefined) return <Splash />;
  return <Made shown={shown} own={own} head={head} />;
}
