using System.CommandLine;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Cli.Running;

/// <summary>The options that spoil the reference provider on purpose.</summary>
internal sealed class DefectOptions
{
    private readonly Option<string[]> _defects = new("--defect")
    {
        HelpName = "NAME",
        Description = "Defect of the reference provider; may be repeated [default: none]",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _mode = new("--mode")
    {
        HelpName = "MODE",
        Description = "How the reference provider judges input: strict, pydantic-v1 or pydantic-v2 [default: strict]",
        DefaultValueFactory = _ => "strict",
    };

    public void AddTo(Command command)
    {
        command.Add(_defects);
        command.Add(_mode);
    }

    /// <summary>True where the command line asks for something special.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetResult(_defects) is { Implicit: false } || IsModeGiven(parsed);

    /// <summary>True where the command line names a mode.</summary>
    public bool IsModeGiven(ParseResult parsed) => parsed.GetResult(_mode) is { Implicit: false };

    /// <exception cref="UnusableInputException">There is no such Defect or mode.</exception>
    public ProviderOptions Read(ParseResult parsed)
    {
        var names = ReferenceProvider.Defects.Select(d => d.Name).ToList();
        var defects = parsed.GetValue(_defects)!;
        if (defects.FirstOrDefault(d => !names.Contains(d)) is { } unknown)
        {
            throw new UnusableInputException(
                "defect-unknown",
                $"there is no Defect '{SafeText.Of(unknown)}'",
                "--defect",
                Spelling.Nearest(unknown, names) is { } nearest
                    ? $"perhaps {nearest} is meant"
                    : "list them with thymia-conformance serve --list-defects"
            );
        }

        return new ProviderOptions { Defects = defects, Mode = Mode(parsed.GetValue(_mode)!) };
    }

    /// <summary>The words of the command line that ask for such a provider; none where nothing special is.</summary>
    public static IEnumerable<string> WordsOf(ProviderOptions? embedded) =>
        embedded is null
            ? []
            : embedded
                .Defects.SelectMany(d => new[] { "--defect", d })
                .Concat(embedded.Mode == ProviderMode.Strict ? [] : ["--mode", NameOf(embedded.Mode)]);

    /// <summary>How the command line spells a mode.</summary>
    public static string NameOf(ProviderMode mode) =>
        mode switch
        {
            ProviderMode.PydanticV1 => "pydantic-v1",
            ProviderMode.PydanticV2 => "pydantic-v2",
            _ => "strict",
        };

    /// <exception cref="UnusableInputException">There is no such mode.</exception>
    public static ProviderMode Mode(string text) =>
        Enum.GetValues<ProviderMode>().Cast<ProviderMode?>().FirstOrDefault(m => NameOf(m!.Value) == text)
        ?? throw new UnusableInputException(
            "mode-unknown",
            $"'{SafeText.Of(text)}' is not allowed",
            "--mode",
            "give strict, pydantic-v1 or pydantic-v2"
        );
}
