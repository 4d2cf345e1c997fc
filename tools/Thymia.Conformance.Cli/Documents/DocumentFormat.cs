using System.CommandLine;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Files;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Documents;

/// <summary>The options by which a command writes its answer as text, JSON or HTML, to the screen or a file.</summary>
internal sealed class DocumentFormat
{
    private static readonly string[] Names = ["text", "json", "html"];

    private readonly Option<string> _format = new("--format")
    {
        HelpName = "FORMAT",
        Description = "text, json or html [default: text]",
        DefaultValueFactory = _ => Names[0],
    };

    private readonly Option<string> _out = new("--out")
    {
        HelpName = "PATH",
        Description = "File to write; - is standard output [default: -]",
        DefaultValueFactory = _ => "-",
    };

    public void AddTo(Command command)
    {
        command.Add(_format);
        command.Add(_out);
    }

    /// <exception cref="UnusableInputException">There is no such format, or the file cannot be written.</exception>
    public async Task WriteAsync(
        ParseResult parsed,
        Terminal terminal,
        Action<Terminal> text,
        Func<string> json,
        Func<Task<byte[]>> html
    )
    {
        var format = parsed.GetValue(_format)!;
        var place = parsed.GetValue(_out)!;
        switch (format)
        {
            case "text" when place == "-":
                text(terminal);
                break;
            case "text":
                using (var lines = new StringWriter())
                {
                    text(terminal with { Out = lines, IsInteractive = false, Width = Terminal.WidthOfFiles });
                    Put(place, terminal, System.Text.Encoding.UTF8.GetBytes(lines.ToString()));
                }

                break;
            case "json":
                Put(place, terminal, System.Text.Encoding.UTF8.GetBytes(json() + "\n"));
                break;
            case "html":
                Put(place, terminal, await html());
                break;
            default:
                throw new UnusableInputException(
                    "format-not-allowed",
                    $"'{SafeText.Of(format)}' is not allowed",
                    "--format",
                    "give text, json or html"
                );
        }
    }

    private static void Put(string place, Terminal terminal, byte[] bytes)
    {
        if (place == "-")
        {
            using var output = terminal.OpenOut();
            output.Write(bytes);
        }
        else
        {
            OutputFile.Write(place, output => output.Write(bytes));
        }
    }
}
