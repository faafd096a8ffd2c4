/** Figures that were hidden before publication (`139****1234`) look hidden, and are said to be. */
import { useTranslation } from 'react-i18next';

const STARS = /([*＊]{2,})/;

export function Masked({ text }: { text: string }) {
  const { t } = useTranslation('board');
  if (!STARS.test(text)) return text;
  return text.split(STARS).map((piece, at) =>
    at % 2 === 1 ? (
      <span key={at} className="masked" title={t('masked')}>
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}
