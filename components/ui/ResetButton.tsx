import styles from "./ResetButton.module.css";

interface ResetButtonProps {
  /** What it resets, and to what. */
  label: string;
  to: string;
  disabled: boolean;
  onReset: () => void;
}

/** The way back to where a control started; there only once it was moved. */
export function ResetButton({ label, to, disabled, onReset }: ResetButtonProps) {
  return (
    <button
      type="button"
      className={styles.reset}
      disabled={disabled}
      aria-label={`Reset ${label} to ${to}`}
      title={`Reset to ${to}`}
      onClick={onReset}
    >
      ↺
    </button>
  );
}
