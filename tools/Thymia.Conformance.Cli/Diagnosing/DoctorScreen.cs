using Spectre.Console;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Diagnosing;

/// <summary>Each diagnosis on a line of its own, its advice below it.</summary>
internal static class DoctorScreen
{
    private const int SubjectWidth = 12;

    public static void Write(Terminal terminal, Diagnosis diagnosis)
    {
        var (word, style) = diagnosis.Condition switch
        {
            Condition.Fine => ("ok  ", new Style(Color.Green)),
            Condition.Doubtful => ("look", new Style(Color.Yellow)),
            _ => ("bad ", new Style(Color.Red)),
        };
        var console = terminal.Screen();
        console.Write(new Paragraph(word + "  ", style));
        console.Write(
            new Paragraph($"{diagnosis.Subject.PadRight(SubjectWidth)}  {SafeText.Of(diagnosis.Sentence)}\n")
        );
        if (diagnosis.Advice is { } advice)
        {
            console.Write(new Paragraph($"{new string(' ', SubjectWidth + 8)}{SafeText.Of(advice)}\n"));
        }
    }

    /// <summary>What is set, and by which source; secrets by their names alone.</summary>
    public static void WriteSettings(Terminal terminal, IReadOnlyList<SettingOrigin> settings)
    {
        foreach (var (setting, text, origin) in settings)
        {
            Write(
                terminal,
                Diagnosis.Fine("Setting", $"{setting.Key}{(text is null ? "" : $" {text}")}, from {origin}")
            );
        }
    }
}
