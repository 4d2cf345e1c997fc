using Thymia.Conformance.Configuration;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>Who relies on whom, as a broker knows them.</summary>
/// <param name="Consumer">Not empty.</param>
/// <param name="Provider">Not empty.</param>
public sealed record PactNames(string Consumer, string Provider)
{
    /// <summary>The start of every file's name: <c>consumer-provider</c>, with blanks and signs as dashes.</summary>
    internal string FileStem => $"{Slug(Consumer)}-{Slug(Provider)}";

    /// <summary>Those configured; a provider without a name is called by the file of its description.</summary>
    public static PactNames For(ConformanceOptions options, ApiDescription description) =>
        new(options.Consumer, options.Provider ?? NameOf(description.Source));

    /// <exception cref="UnusableInputException">One of them is empty.</exception>
    internal void Demand()
    {
        foreach (var (name, setting) in new[] { (Consumer, "--consumer"), (Provider, "--provider") })
        {
            if (Slug(name).Length == 0)
            {
                throw new UnusableInputException("pact-name-empty", "a pact needs a name here", setting, "give it one");
            }
        }
    }

    // Without its folder and its extensions.
    private static string NameOf(string file) =>
        Path.GetFileName(file).Split('.') is [{ Length: > 0 } name, ..] ? name : "provider";

    private static string Slug(string name) =>
        string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '_' or '.' ? c : '-')).Trim('-', '.');
}
