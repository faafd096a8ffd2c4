/** Chooses files: an input of the system under a label that looks like a button. The same file can be chosen again. */
import './file-button.css';
import { Icon, type IconName } from './icon.tsx';

export interface FileButtonProps {
  label: string;
  icon?: IconName;
  /** As of `<input accept>`; any file when it is left out. */
  accept?: string;
  multiple?: boolean;
  /** Opens the camera where there is one. */
  camera?: boolean;
  className?: string;
  /** Id of the words that explain it. */
  describedBy?: string;
  /** At least one. */
  onFiles: (files: [File, ...File[]]) => void;
}

export function FileButton({
  label,
  icon,
  accept,
  multiple = false,
  camera = false,
  className = '',
  describedBy,
  onFiles,
}: FileButtonProps) {
  return (
    <label className={`button button-plain file-button ${className}`.trim()}>
      {icon && <Icon name={icon} />}
      {label}
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        capture={camera ? 'environment' : undefined}
        className="only-read"
        aria-describedby={describedBy}
        onChange={({ target }) => {
          const [first, ...more] = target.files ?? [];
          if (first) onFiles([first, ...more]);
          target.value = '';
        }}
      />
    </label>
  );
}
