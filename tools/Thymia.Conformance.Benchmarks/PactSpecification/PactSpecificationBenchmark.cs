using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Matching;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Pacts.Verification;

namespace Thymia.Conformance.Benchmarks.PactSpecification;

/// <summary>
/// Puts <c>stub</c> to the request cases of Pact's specification and <c>verify</c> to its response cases, V1 to V4.
/// </summary>
internal static class PactSpecificationBenchmark
{
    /// <param name="folder">A copy of the specification, with <c>v1</c> to <c>v4</c> in it.</param>
    public static async Task<int> RunAsync(string folder)
    {
        var wrong = Requests(folder) + await ResponsesAsync(folder);
        return wrong == 0 ? 0 : 1;
    }

    private static int Requests(string folder) =>
        Show("request", SpecificationCase.In(folder, "request"), c => Fits(c));

    private static bool Fits(SpecificationCase specified)
    {
        var interaction = JsonSerializer.SerializeToElement(
            specified.IsV4
                ? new Dictionary<string, object> { ["type"] = "Synchronous/HTTP", ["request"] = specified.Expected }
                : new Dictionary<string, object> { ["request"] = specified.Expected }
        );
        return new RequestMatcher(interaction, specified.SpecificationVersion)
                .Compare(SpecificationRequest.Read(specified.Actual, specified.IsV4))
                .Count == 0;
    }

    private static async Task<int> ResponsesAsync(string folder)
    {
        var cases = SpecificationCase.In(folder, "response");
        var aside = Directory.CreateTempSubdirectory("thymia-specification-").FullName;
        try
        {
            await using var provider = await SpecificationProvider.StartAsync(cases);
            var files = cases
                .Select((c, i) => (Case: c, Index: i))
                .GroupBy(c => c.Case.SpecificationVersion)
                .Select(g => Write(aside, g.Key, [.. g]))
                .ToList();
            var result = await PactVerifier.VerifyAsync(
                new VerifyRequest { BaseUrl = provider.BaseUrl, Files = files },
                CancellationToken.None
            );
            var passed = result.Interactions.ToDictionary(i => i.Description, i => i.Passed, StringComparer.Ordinal);
            return Show("response", cases, c => passed[$"{cases.ToList().IndexOf(c)}"]);
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }
    }

    private static string Write(string folder, string version, IReadOnlyList<(SpecificationCase Case, int Index)> cases)
    {
        var pact = new JsonObject
        {
            ["consumer"] = new JsonObject { ["name"] = "specification" },
            ["provider"] = new JsonObject { ["name"] = $"cases of {version}" },
            ["interactions"] = new JsonArray([.. cases.Select(c => Interaction(c.Case, c.Index))]),
            ["metadata"] = new JsonObject { ["pactSpecification"] = new JsonObject { ["version"] = version } },
        };
        var file = Path.Combine(folder, $"{version}.json");
        PactText.Write(file, pact);
        return file;
    }

    private static JsonObject Interaction(SpecificationCase specified, int index)
    {
        var interaction = new JsonObject
        {
            ["description"] = $"{index}",
            ["request"] = new JsonObject { ["method"] = "GET", ["path"] = $"/{index}" },
            ["response"] = JsonNode.Parse(specified.Expected.GetRawText()),
        };
        if (specified.IsV4)
        {
            interaction["type"] = "Synchronous/HTTP";
        }

        return interaction;
    }

    private static int Show(string half, IReadOnlyList<SpecificationCase> cases, Func<SpecificationCase, bool> fits)
    {
        var wrong = cases.Where(c => fits(c) != c.Fits).ToList();
        foreach (var version in cases.GroupBy(c => c.Version))
        {
            var bad = wrong.Count(c => c.Version == version.Key);
            Console.WriteLine($"{half, -8} {version.Key, -5} {version.Count() - bad, 4} of {version.Count(), 4}");
        }

        Console.WriteLine($"{half, -8} all   {cases.Count - wrong.Count, 4} of {cases.Count, 4}");
        wrong.ForEach(c => Console.WriteLine($"    wrong: {c.Version} {c.Name} ({(c.Fits ? "fits" : "differs")})"));
        return wrong.Count;
    }
}
