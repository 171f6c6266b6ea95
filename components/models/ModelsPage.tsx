import type { ReactNode } from "react";
import { Label } from "@/components/ui/Instrument";
import { Page } from "@/components/ui/Page";
import { PageHead } from "@/components/ui/PageHead";
import { withBase } from "@/lib/base";
import { type Locale, stringsFor } from "@/lib/content/locale";
import type { ModelEntry } from "@/lib/content/models";
import { runtimeBytes } from "@/lib/model/place";
import { Elsewhere } from "./Elsewhere";
import { KeptModel } from "./KeptModel";
import styles from "./ModelsPage.module.css";
import { Storage } from "./Storage";

interface ModelsPageProps {
  locale: Locale;
  models: readonly ModelEntry[];
}

/** Every model of the course: what it is, where it is used, and what of it this browser keeps. */
export function ModelsPage({ locale, models }: ModelsPageProps) {
  const strings = stringsFor(locale);
  const words = strings.models;
  return (
    <Page home={withBase(`/${locale}/`)} strings={strings}>
      <PageHead {...words} />
      {models.map((model) => (
        <section
          key={model.name}
          className={styles.model}
          aria-labelledby={model.name}
          data-model={model.name}
        >
          <div>
            <h2 id={model.name}>
              <a className="address" href={`#${model.name}`}>
                {model.title}
              </a>
            </h2>
            <p className={styles.what}>{model.what}</p>
            <KeptModel locale={locale} title={model.title} files={model.files} folders={model.folders} />
          </div>
          <Facts locale={locale} model={model} />
        </section>
      ))}
      <Elsewhere locale={locale} />
      <Storage locale={locale} />
    </Page>
  );
}

function Facts({ locale, model }: { locale: Locale; model: ModelEntry }) {
  const words = stringsFor(locale).models;
  const bytes = model.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <dl className={styles.facts}>
      <Fact name={words.parameters}>{model.parameters.toLocaleString("en-US")}</Fact>
      <Fact name={words.network}>
        {model.architecture ? (words.networks[model.architecture] ?? model.architecture) : words.dense}
      </Fact>
      <Fact name={words.size}>
        {words.megabytes(bytes)}, {words.files(model.files.length)}
      </Fact>
      <Fact name={words.loss}>
        {model.heldOut ? (
          <>
            {words.nats(model.heldOut)} <Label kind="reference" />
          </>
        ) : (
          words.noLoss
        )}
      </Fact>
      {model.architecture !== "static-embedding" && (
        <Fact name={words.engines}>{words.enginesOf(words.megabytes(runtimeBytes("onnx-wasm")))}</Fact>
      )}
      {model.adapters.length > 0 && <Fact name={words.adapters}>{model.adapters.join(", ")}</Fact>}
      <Fact name={words.license}>{model.license}</Fact>
      <Fact name={words.lessons}>
        {model.lessons.length === 0 && words.noLesson}
        {model.lessons.map(({ slug, number, title }) => (
          <a key={slug} className={styles.lesson} href={withBase(`/${locale}/learn/${slug}/`)}>
            {String(number).padStart(2, "0")} {title}
          </a>
        ))}
      </Fact>
      <Fact name={words.card.name}>
        <a href={withBase(`/models/${model.name}/README.md`)}>{words.card.holds}</a>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
