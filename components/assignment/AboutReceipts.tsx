import { withBase } from "@/lib/base";
import styles from "./AboutReceipts.module.css";

/** In plain words: what a receipt made without a server can show, and what it cannot. */
export function AboutReceipts({ locale }: { locale: string }) {
  return (
    <article className={styles.article}>
      <h1>What a receipt proves, and what it does not</h1>
      <p className={styles.lead}>
        A receipt is a claim. It is made in the student’s own browser, and whoever owns a browser can change
        everything in it. No amount of cleverness in a page changes that: what the page could sign with, the
        student could read.
      </p>
      <h2>What you can rely on</h2>
      <ul>
        <li>
          <strong>Code.</strong> The <a href={withBase(`/${locale}/review/`)}>review page</a> runs the check
          of the exercise again, in your browser, on the code in the receipt. If it passes there, the code is
          right, whoever wrote it; unless it was written to fool the check, which shows when you read it.
        </li>
        <li>
          <strong>Answers.</strong> They are judged again by your own copy of the question. “Right” in a
          receipt counts for nothing.
        </li>
        <li>
          <strong>Accidents are noticed.</strong> Every link carries its length and a checksum: one that a
          mail program cut off or changed is named as such, and never read as something else.
        </li>
        <li>
          <strong>Editing by hand is noticed.</strong> A receipt is sealed: change one field and pack it
          again, and the review says “edited after it was made”.
        </li>
      </ul>
      <h2>What you cannot</h2>
      <ul>
        <li>
          <strong>Who did it.</strong> A name in a receipt was typed. Nothing ties it to a person.
        </li>
        <li>
          <strong>Without help.</strong> Code that is right may be a neighbor’s, or a chatbot’s. The review
          shows codes that are the same; it cannot see where one came from.
        </li>
        <li>
          <strong>When.</strong> Times come from the student’s clock.
        </li>
        <li>
          <strong>Predictions, cells run, demos moved, sections ticked.</strong> They say what the page saw,
          if the page was left as it is. There is nothing to check them by.
        </li>
        <li>
          <strong>That the page was ours.</strong> The seal is computed by code that anyone can read here. A
          student who can program can seal a made-up receipt, and a made-up short code is easier still.
        </li>
        <li>
          <strong>Secrets.</strong> Right answers travel in the assignment’s link. Whoever takes it apart can
          read them.
        </li>
      </ul>
      <h2>What follows</h2>
      <p>
        Use receipts to see where a class stands, which mistakes are common, and what to talk about. For a
        grade that matters, talk to the student about the code, or let them write it in front of you. Inside a
        learning platform the login says who handed in, which is more than a typed name; score and completion
        are still the page’s word.
      </p>
      <h2>What happens to the data</h2>
      <p>
        Nothing is sent anywhere by itself. An assignment and a receipt stand after the # of an address, which
        browsers do not send to servers. A student’s work is kept in their browser, and leaves it as a receipt
        that they make, or to the learning platform that frames the page, after they agree. The review page
        keeps nothing: close it, and it is gone.
      </p>
    </article>
  );
}
