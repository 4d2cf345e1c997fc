using System.Text;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Suite;

/// <summary>The suite as a process of its own, with a folder for its results.</summary>
public abstract class SuiteFixture : IAsyncDisposable
{
    private protected const string Sex = "location=user.birthSex&keyword=enum&outcome=rejected";
    private protected const string SexQuery = "/[(location=user.birthSex)&(keyword=enum)&(outcome=rejected)]";
    private protected const int Few = 5;
    private protected const string LowerCase = "POST /v1/calls · user.birthSex · enum · lower case is rejected";

    private protected static readonly string Rejection = RawServer.Json(
        422,
        Sample.Errors("""["body","user","birthSex"]""")
    );

    private protected readonly TemporaryFolder _folder = new();

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    // Five answers; then nothing, until whoever asks has gone.
    private protected static RawServer AnsweringFew(TaskCompletionSource reached, TaskCompletionSource gone)
    {
        var asked = 0;
        return RawServer.Doing(
            async (stream, stop) =>
            {
                if (Interlocked.Increment(ref asked) <= Few)
                {
                    await stream.WriteAsync(Encoding.Latin1.GetBytes(Rejection), stop);
                    return;
                }

                reached.TrySetResult();
                try
                {
                    _ = await stream.ReadAsync(new byte[1], stop);
                }
                finally
                {
                    gone.TrySetResult();
                }
            }
        );
    }

    private protected void DemandReportsOfAPart(SuiteOutcome outcome)
    {
        Assert.True(outcome.Results.GetProperty("cancelled").GetBoolean());
        Assert.InRange(outcome.Results.GetProperty("cases").GetInt32(), 1, Few);
        Assert.True(File.Exists(Path.Combine(_folder.Path, "report.html")));
        Assert.True(Directory.Exists(Path.Combine(_folder.Path, "pacts-of-a-part")));
    }

    private protected static string Busy { get; } =
        "HTTP/1.1 429 X\r\nRetry-After: 0\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

    private protected Task<SuiteOutcome> RunAsync(
        string filter,
        Uri? baseUrl,
        params (string Name, string Value)[] settings
    ) => Suite(baseUrl, settings).RunAsync(filter, Token);

    private protected Task<SuiteOutcome> RunAloneAsync(
        string query,
        Uri? baseUrl,
        params (string Name, string Value)[] settings
    ) => Suite(baseUrl, settings).RunAloneAsync(query, Token);

    private protected SuiteProcess Suite(Uri? baseUrl, (string Name, string Value)[] settings)
    {
        var suite = new SuiteProcess(_folder.Path);
        foreach (var (name, value) in settings)
        {
            suite.Settings[name] = value;
        }

        if (baseUrl is not null)
        {
            suite.Settings["THYMIA_BASEURL"] = baseUrl.ToString();
        }

        return suite;
    }
}
