import type { ButtonHTMLAttributes } from "react";
import styles from "./Button.module.css";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do here. `quiet`: everything else. */
  variant?: "primary" | "quiet";
}

export function Button({ variant = "quiet", className, ...rest }: ButtonProps) {
  const classes = [styles.button, variant === "primary" && styles.primary, className];
  return <button type="button" {...rest} className={classes.filter(Boolean).join(" ")} />;
}
