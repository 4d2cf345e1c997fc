using Thymia.Conformance.Cli;
using Thymia.Conformance.Cli.Terminals;

namespace Thymia.Conformance.Tests.Cli;

/// <summary>Calls the command line within this process, as from a terminal of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    private const string Reports = "THYMIA_REPORTS";

    private readonly Configuration.TemporaryFolder _folder = new();
    private readonly MemoryStream _bytes = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    /// <summary>
    /// Without reports unless <see cref="WithReports"/>: to write them all takes as long as all the rest of a run.
    /// </summary>
    public Dictionary<string, string> Environment { get; } = new() { [Reports] = "none" };

    /// <summary>With the reports that everyone gets.</summary>
    public CommandLine WithReports()
    {
        Environment.Remove(Reports);
        return this;
    }

    /// <summary>Where <see cref="Path"/> leads.</summary>
    public string Folder => _folder.Path;

    /// <summary>What standard input holds; nothing by default.</summary>
    public string StandardInput { get; init; } = "";

    public bool IsInteractive { get; init; }

    public int Width { get; init; } = 2_000;

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    /// <summary>What was written to standard output as bytes.</summary>
    public byte[] Bytes => _bytes.ToArray();

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, string text) => _folder.Write(name, text);

    public Task<int> RunAsync(params string[] args) => RunUntilAsync(TestContext.Current.CancellationToken, args);

    public async Task<int> RunUntilAsync(CancellationToken cancellation, params string[] args) =>
        await new Application(
            new Terminal
            {
                Out = _out,
                Error = _error,
                OpenOut = () => _bytes,
                OpenIn = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(StandardInput)),
                Environment = Environment,
                Folder = Folder,
                UserSecrets = false,
                IsInteractive = IsInteractive,
                Width = Width,
            }
        ).RunAsync(args, cancellation);

    public void Dispose()
    {
        _folder.Dispose();
        _bytes.Dispose();
        _out.Dispose();
        _error.Dispose();
    }
}
