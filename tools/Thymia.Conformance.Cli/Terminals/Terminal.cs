using System.Diagnostics.CodeAnalysis;
using Spectre.Console;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Files;
using Thymia.Conformance.Reports.Commands;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Terminals;

/// <summary>All that the commands touch of the world outside, so that a test can be the world.</summary>
internal sealed record Terminal
{
    // A file has no width: its sentences stay whole, so that one can search them.
    public const int WidthOfFiles = 2_000;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Standard output as bytes.</summary>
    public required Func<Stream> OpenOut { get; init; }

    /// <summary>Standard input as bytes; nothing by default.</summary>
    public Func<Stream> OpenIn { get; init; } = () => Stream.Null;

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>True where a person is watching: then progress is live.</summary>
    public bool IsInteractive { get; init; }

    public int Width { get; init; } = WidthOfFiles;

    /// <summary>The folder of <c>appsettings.json</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>What starts this command line in <see cref="Folder"/>, as printed commands name it.</summary>
    public string Program { get; init; } = ProgramText.Name;

    public bool UserSecrets { get; init; } = true;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>All that standard input holds.</summary>
    public byte[] ReadIn()
    {
        using var input = OpenIn();
        using var content = new MemoryStream();
        input.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>True where an unexpected error should show its stack trace.</summary>
    public bool Debug => Environment.GetValueOrDefault("THYMIA_DEBUG") is not (null or "" or "0" or "false");

    [SuppressMessage("Reliability", "CA2000", Justification = "The writer lives as long as the process.")]
    public static Terminal OfProcess()
    {
        var interactive = !Console.IsOutputRedirected;
        return new Terminal
        {
            Out = interactive
                ? Console.Out
                : TextWriter.Synchronized(
                    new StreamWriter(OpenStandardOutput(), Console.Out.Encoding) { AutoFlush = true }
                ),
            Error = Console.Error,
            OpenOut = OpenStandardOutput,
            OpenIn = Console.OpenStandardInput,
            Environment = ConfigurationInput.ProcessEnvironment(),
            IsInteractive = interactive,
            Width = interactive ? Math.Max(Console.WindowWidth, 40) : WidthOfFiles,
            Folder = Directory.GetCurrentDirectory(),
            Program = ProgramText.Of(
                Directory.GetCurrentDirectory(),
                AppContext.BaseDirectory,
                System.Environment.ProcessPath,
                System.Environment.GetEnvironmentVariable("PATH")
            ),
        };
    }

    // A file may lie on a disk that is full.
    private static GuardedStream OpenStandardOutput() =>
        new(Console.OpenStandardOutput(), e => new UnusableInputException(
            "output-not-writable",
            $"cannot be written: {OutputPlace.Problem(e) ?? "whatever it leads to takes no more"}",
            "standard output",
            "make room, or lead it elsewhere",
            e
        ));

    /// <summary>
    /// For tables and colours; plain text where nobody watches, or NO_COLOR or <paramref name="colour"/> says so.
    /// </summary>
    public IAnsiConsole Screen(bool colour = true)
    {
        var dumb = Environment.GetValueOrDefault("TERM") == "dumb";
        var coloured = colour && IsInteractive && !dumb && Environment.GetValueOrDefault("NO_COLOR") is null or "";
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = IsInteractive && !dumb ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = coloured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = IsInteractive && !dumb ? InteractionSupport.Yes : InteractionSupport.No,
                Out = new AnsiConsoleOutput(IsInteractive ? Out : new TidyWriter(Out)),

                // Spectre would overrule the above where it knows the job runner, and colour a file or a pipe there.
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        console.Profile.Width = Width;
        return console;
    }
}
