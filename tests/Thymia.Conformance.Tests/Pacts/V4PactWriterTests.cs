using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Provider;

namespace Thymia.Conformance.Tests.Pacts;

/// <summary>What is written without Pact's core, held to what the core writes.</summary>
public sealed class V4PactWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ContractSize.AllShapes)]
    [InlineData(ContractSize.Consumer)]
    public async Task Writes_the_bytes_of_the_core_but_for_its_name(ContractSize size)
    {
        var judged = await RecordedRun.JudgedAsync(1, 8, ProviderMode.Strict, Token);
        async Task<Dictionary<string, string>> WriteAsync(string name, IPactWriter writer)
        {
            var recorder = new PactRecorder(
                RecordedRun.Schemas,
                o => DocumentedExamples.For(o, RecordedRun.Schemas),
                writer,
                size
            );
            judged.ToList().ForEach(recorder.Add);
            var files = await recorder.WriteAsync(Path.Combine(_folder.Path, name), RecordedRun.Names, Token);
            return files.ToDictionary(
                f => Path.GetFileName(f.File),
                f => File.ReadAllText(f.File),
                StringComparer.Ordinal
            );
        }

        var core = await WriteAsync("core", new CorePactWriter());
        var own = await WriteAsync("own", new V4PactWriter { DerivedFrom = "provider" });

        Assert.Equal(core.Keys, own.Keys);
        Assert.All(core, f => Assert.Equal(WithoutCore(f.Value), own[f.Key]));
    }

    [Fact]
    public void Writes_queries_lists_and_odd_names_as_the_core_does()
    {
        var interaction = new Interaction
        {
            Key = "k",
            Description = "d",
            States =
            [
                new ProviderState("a state", new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }),
                new ProviderState("bare", new Dictionary<string, string>()),
            ],
            Method = "PUT",
            Path = "/things/1",
            Query = [new("q", "1"), new("q", "2"), new("a", "x y")],
            RequestHeaders =
            [
                new("X-Plain", JsonValue.Create("plain")),
                new("X-Matched", Matchers.Regex("7", @"^\d$")),
            ],
            RequestBody = new InteractionBody(
                "application/json",
                new JsonObject
                {
                    ["odd name"] = Matchers.Integer(1),
                    ["x-y"] = Matchers.Type(new JsonObject { ["z"] = 1.5 }),
                    ["list"] = Matchers.EachLike(new JsonObject { ["id"] = Matchers.Type("ü \"quoted\"") }, 2),
                    ["plain"] = new JsonArray(1, null, new JsonObject { ["at"] = Matchers.Boolean(true) }),
                },
                null
            ),
            Status = 204,
        };
        var names = new PactNames("c", "p");

        var core = new PactFolder(Path.Combine(_folder.Path, "core"), names, new CorePactWriter()).Write(
            [interaction],
            Token
        );
        var own = new V4PactWriter { DerivedFrom = "provider" }.Write(_folder.Path, names, PactKey.Sent, [interaction]);

        Assert.Equal(WithoutCore(File.ReadAllText(core[0].File)), File.ReadAllText(own));
    }

    private static string WithoutCore(string text)
    {
        var start = text.IndexOf("    \"pactRust\"", StringComparison.Ordinal);
        return text.Remove(start, text.IndexOf("    \"pactSpecification\"", StringComparison.Ordinal) - start);
    }
}
