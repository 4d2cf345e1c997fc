namespace Thymia.Provider.Defects.ValidRefused;

internal sealed class LanguageEnRefused() : RefusedMember("language-en-refused", "language", "en");

internal sealed class LanguageEnAuRefused() : RefusedMember("language-en-au-refused", "language", "en-AU");

internal sealed class LanguageEnGbRefused() : RefusedMember("language-en-gb-refused", "language", "en-GB");

internal sealed class LanguageEnIeRefused() : RefusedMember("language-en-ie-refused", "language", "en-IE");

internal sealed class LanguageEnInRefused() : RefusedMember("language-en-in-refused", "language", "en-IN");

internal sealed class LanguageEnUsRefused() : RefusedMember("language-en-us-refused", "language", "en-US");

internal sealed class LanguageEnZaRefused() : RefusedMember("language-en-za-refused", "language", "en-ZA");

internal sealed class LanguageEsEsRefused() : RefusedMember("language-es-es-refused", "language", "es-ES");

internal sealed class LanguageEsUsRefused() : RefusedMember("language-es-us-refused", "language", "es-US");

internal sealed class LanguageIdIdRefused() : RefusedMember("language-id-id-refused", "language", "id-ID");

internal sealed class LanguageJaJpRefused() : RefusedMember("language-ja-jp-refused", "language", "ja-JP");
