namespace Thymia.Conformance.Tests.Cli;

/// <summary>A run with a Defect, and files of deviations for it.</summary>
public abstract class DeviationFiles : IAsyncDisposable
{
    private protected const string Defect = "birth-sex-any-case";
    private protected const string Place = "request body at /user/birthSex";

    private protected readonly CommandLine _line = new();

    public ValueTask DisposeAsync()
    {
        _line.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected static Task<int> RunAsync(CommandLine line, params string[] options) =>
        line.RunAsync([
            "run",
            "--no-pacts",
            "--random",
            "0",
            "--filter",
            "location=user.birthSex",
            "--out",
            line.Path("results"),
            .. options,
        ]);

    private protected static string Read(CommandLine line, string name) => File.ReadAllText(line.Path(name));

    private protected static string Lines(CommandLine line) => line.Out.ReplaceLineEndings("\n");

    private protected string WriteResults(string name, string finding) =>
        _line.Write(
            name,
            $$"""
            {
              "version": 1, "seed": 1, "baseUrl": "http://localhost:1/", "startedAt": "2026-01-02T03:04:05Z",
                "exitCode": 1,
              "description": { "file": "a.yaml", "title": "t", "version": "1", "sha256": "00" },
              "cases": 1, "passed": 0, "tolerated": 0, "failed": 1, "findings": [{{finding}}], "causes": [],
                "answers": [], "map": []
            }
            """
        );

    private protected void Write(string expires) =>
        _line.Write(
            "known.yaml",
            $"""
            deviations:
              - id: lenient-sex
                check: invalid-rejected
                location: {Place}
                reason: old clients
                owner: calls team
                expires: {expires}
            """
        );
}
