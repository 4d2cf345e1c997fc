using System.CommandLine;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>The options that name a version of a consumer or provider.</summary>
internal sealed class VersionOptions
{
    private readonly Option<string> _name = new("--pacticipant")
    {
        HelpName = "NAME",
        Description = "Consumer or provider, as the broker knows it",
        Required = true,
    };

    private readonly Option<string?> _version = new("--version")
    {
        HelpName = "TEXT",
        Description = "Its version [default: CI's or git's commit]",
    };

    public void AddTo(Command command)
    {
        command.Add(_name);
        command.Add(_version);
    }

    /// <exception cref="UnusableInputException">No version is known.</exception>
    public (string Name, string Version) Read(ParseResult parsed, Terminal terminal) =>
        (parsed.GetValue(_name)!, parsed.GetValue(_version) ?? CodeVersion.Of(terminal).DemandCommit("--version"));
}
