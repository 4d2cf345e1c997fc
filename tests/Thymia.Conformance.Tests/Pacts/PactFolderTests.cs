using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Pacts;

public sealed class PactFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Splits_a_thousand_interactions_by_topic_and_number()
    {
        var files = Write(new CorePactWriter(), [.. Enumerable.Range(0, 1000).Select(Interaction)]);

        Assert.Equal(1000, files.Sum(f => f.Interactions));
        Assert.All(files, f => Assert.InRange(f.Interactions, 1, 100));
        Assert.Equal(
            [
                "shop-calls-accepted-2.json",
                "shop-calls-accepted-3.json",
                "shop-calls-accepted-4.json",
                "shop-calls-accepted-5.json",
                "shop-calls-accepted.json",
                "shop-calls-refused-2.json",
                "shop-calls-refused-3.json",
                "shop-calls-refused-4.json",
                "shop-calls-refused-5.json",
                "shop-calls-refused.json",
            ],
            files.Select(f => Path.GetFileName(f.File)).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("lost", "the pact written holds 1 interactions instead of 2")]
    [InlineData("status", "the pact written holds status 500 instead of 200 in 'key-0'")]
    [InlineData("description", "the pact written holds another description in 'key-0'")]
    [InlineData(
        "matcher",
        "the pact written holds the matchers [regex] of the response instead of [regex type] in 'key-0'"
    )]
    public void Notices_a_file_that_is_not_what_was_meant(string change, string problem)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "shop-calls.json"), "the old one");

        var found = Assert.Throws<UnusableInputException>(() =>
            Write(new FaultyWriter(change), [Interaction(0), Interaction(1)])
        );

        Assert.Equal(problem, found.Problem);
        Assert.Equal("the old one", File.ReadAllText(Path.Combine(_folder.Path, "shop-calls.json")));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Notices_two_interactions_of_one_description()
    {
        var found = Assert.Throws<UnusableInputException>(() =>
            Write(new CorePactWriter(), [Interaction(0), Interaction(2) with { Description = "a call numbered 0" }])
        );

        Assert.Equal("the pact written holds 1 interactions instead of 2", found.Problem);
    }

    [Fact]
    public void Says_in_one_sentence_that_a_folder_cannot_be_written()
    {
        var file = _folder.Write("in-the-way", "");

        var found = Assert.Throws<UnusableInputException>(() =>
            new PactFolder(file, new PactNames("shop", "calls"), new CorePactWriter()).Write([Interaction(0)], Token)
        );

        Assert.Equal("pact-folder-not-writable", found.Code);
    }

    private IReadOnlyList<PactFile> Write(IPactWriter writer, IReadOnlyList<Interaction> interactions) =>
        new PactFolder(_folder.Path, new PactNames("shop", "calls"), writer).Write(interactions, Token);

    private static Interaction Interaction(int number) =>
        new()
        {
            Key = $"key-{number}",
            Description = $"a call numbered {number}",
            Method = "POST",
            Path = "/v1/calls",
            RequestBody = new InteractionBody("application/json", new JsonObject { ["number"] = number }, null),
            Status = number % 2 == 0 ? 200 : 422,
            ResponseBody = new InteractionBody(
                "application/json",
                new JsonObject { ["status"] = Matchers.Type("created") },
                null
            ),
        };

    /// <summary>Pact's core with something going wrong.</summary>
    private sealed class FaultyWriter(string change) : IPactWriter
    {
        public string Write(string folder, PactNames names, PactKey key, IReadOnlyList<Interaction> interactions) =>
            new CorePactWriter().Write(
                folder,
                names,
                key,
                change == "lost" ? [interactions[0]] : [Changed(interactions[0]), .. interactions.Skip(1)]
            );

        private Interaction Changed(Interaction interaction) =>
            change switch
            {
                "status" => interaction with { Status = 500 },
                "description" => interaction with { Description = "another call" },
                _ => interaction with
                {
                    ResponseBody = new InteractionBody(
                        "application/json",
                        new JsonObject { ["status"] = "created" },
                        null
                    ),
                },
            };
    }
}
