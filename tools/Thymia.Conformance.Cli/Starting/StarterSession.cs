using System.Text;
using Thymia.Conformance.Cli.Diagnosing;
using Thymia.Conformance.Cli.Parsing;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Files;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Starting;

/// <summary>Asks for what is not given, writes the first files, and says what comes next.</summary>
internal sealed class StarterSession(Terminal terminal, ConfigurationInput input)
{
    /// <exception cref="UnusableInputException">There is no description, it cannot be read, or a file cannot be
    /// written.</exception>
    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        using var answers = new StreamReader(terminal.OpenIn(), Encoding.UTF8);
        var asked = await AskAsync(answers, SettingCatalogue.Description, "Description, a file or an https address");
        var options = OptionsReader.Read(asked);
        Demand(asked, options);
        var plan = RunPlan.Read(options with { Random = 0, BaseUrl = null }, cancellation);
        DoctorScreen.Write(terminal, DescriptionExamination.Of(plan));
        if (options.BaseUrl is null)
        {
            asked = await AskAsync(answers, asked, SettingCatalogue.BaseUrl, "Base URL of the provider, or nothing");
            options = OptionsReader.Read(asked);
        }

        var variables = VariablesOf(plan);
        foreach (var (path, text) in StarterFiles.Of(options.Description!, options.BaseUrl, variables))
        {
            await WriteAsync(path, text);
        }

        foreach (var line in Next(options, variables))
        {
            await terminal.Out.WriteLineAsync(line);
        }

        return 0;
    }

    private Task<ConfigurationInput> AskAsync(TextReader answers, Setting setting, string question) =>
        AskAsync(answers, input, setting, question);

    // Where nobody is there to answer, or the answer is empty, nothing is set.
    private async Task<ConfigurationInput> AskAsync(
        TextReader answers,
        ConfigurationInput sofar,
        Setting setting,
        string question
    )
    {
        if (!terminal.IsInteractive || OptionsReader.Origins(sofar).Any(o => o.Setting == setting))
        {
            return sofar;
        }

        await terminal.Out.WriteAsync(question + ": ");
        return await answers.ReadLineAsync() is { } answer && answer.Trim() is { Length: > 0 } text
            ? sofar with
            {
                CommandLine = new Dictionary<Setting, string>(sofar.CommandLine) { [setting] = text },
            }
            : sofar;
    }

    // What comes by standard input cannot be named in a file.
    private static void Demand(ConfigurationInput asked, ConformanceOptions options)
    {
        var isGiven = OptionsReader.Origins(asked).Any(o => o.Setting == SettingCatalogue.Description);
        if (!isGiven || options.Description == "-")
        {
            throw new UnusableInputException(
                "description-not-given",
                "there is no description that can be read again",
                SettingCatalogue.Description.Option!,
                "name a file or an https address"
            );
        }
    }

    // One scheme has the short name; several are told apart by theirs.
    private static List<string> VariablesOf(RunPlan plan)
    {
        var schemes = plan
            .Operations.SelectMany(o => o.Alternatives)
            .SelectMany(a => a)
            .Select(c => c.Scheme)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return schemes.Count == 1
            ? [SettingCatalogue.ApiKey.Variable]
            : [.. schemes.Select(s => CredentialVariables.Prefix + CredentialVariables.Spelt(s))];
    }

    private async Task WriteAsync(string path, string text)
    {
        var file = Path.Combine(terminal.Folder, path);
        if (Path.Exists(file))
        {
            await terminal.Out.WriteLineAsync($"Kept      {path}, which was there already");
            return;
        }

        OutputFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        await terminal.Out.WriteLineAsync($"Wrote     {path}");
    }

    private IEnumerable<string> Next(ConformanceOptions options, IReadOnlyList<string> variables)
    {
        yield return "";
        yield return "Next";
        if (options.BaseUrl is null)
        {
            yield return $"  put {SettingCatalogue.BaseUrl.Key} into {ConfigurationSources.OwnFile}";
        }

        foreach (var variable in variables)
        {
            var secret = variable.StartsWith(CredentialVariables.Prefix, StringComparison.Ordinal)
                ? $"{CredentialVariables.Secrets.Section}:{variable[CredentialVariables.Prefix.Length..]}"
                : SettingCatalogue.ApiKey.Key;
            yield return $"  dotnet user-secrets set {secret} … --id {ToolName.Name}  (or the variable {variable})";
        }

        yield return $"  {terminal.Program} doctor         looks at everything that a run needs, and creates nothing";
        yield return $"  {terminal.Program} run --dry-run  shows what would be sent";
        yield return $"  {terminal.Program} run";
    }
}
