using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Native;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>Has Pact's own core write a pact: straight into its model, without a mock server.</summary>
public sealed class CorePactWriter : IPactWriter
{
    /// <summary>
    /// Under this name a file says in its metadata that it was recorded here, and what it does about the key.
    /// </summary>
    internal const string MetadataSpace = "thymia-conformance";

    /// <summary>What a user should know about the core in use; null where it is the one this was tried with.</summary>
    /// <exception cref="UnusableInputException">Pact's core is missing or for another kind of machine.</exception>
    public static string? Note => PactLibrary.VersionNote(PactCore.Version());

    public string Write(string folder, PactNames names, PactKey key, IReadOnlyList<Interaction> interactions)
    {
        var pact = PactCore.NewPact(names.Consumer, names.Provider);
        try
        {
            Demand(PactCore.WithSpecification(pact, PactCore.SpecificationV4), "specification");
            Demand(
                PactCore.WithMetadata(pact, MetadataSpace, "key", key == PactKey.Absent ? "absent" : "sent"),
                "metadata"
            );
            Demand(PactCore.WithMetadata(pact, MetadataSpace, "derivedFrom", "provider"), "metadata");
            foreach (var interaction in interactions)
            {
                Add(PactCore.NewInteraction(pact, interaction.Description), interaction);
            }

            Demand(PactCore.WriteFile(pact, folder, overwrite: true) == 0, "file");
        }
        finally
        {
            _ = PactCore.FreePact(pact);
        }

        return Directory.EnumerateFiles(folder, "*.json").Single();
    }

    private static void Add(uint handle, Interaction interaction)
    {
        Demand(PactCore.SetKey(handle, interaction.Key), interaction.Key);
        if (InteractionComment.Of(interaction) is { } comment)
        {
            Demand(PactCore.SetComment(handle, KeyMark.Space, comment.ToJsonString()), interaction.Key);
        }

        foreach (var (name, parameters) in interaction.States)
        {
            Demand(PactCore.Given(handle, name, JsonSerializer.Serialize(parameters)) == 0, interaction.Key);
        }

        Demand(PactCore.WithRequest(handle, interaction.Method, interaction.Path), interaction.Key);
        foreach (var group in interaction.Query.GroupBy(q => q.Key))
        {
            AddEach(
                group.Select(q => q.Value),
                (i, value) => PactCore.WithQuery(handle, group.Key, i, value),
                interaction.Key
            );
        }

        foreach (var group in interaction.RequestHeaders.GroupBy(h => h.Key))
        {
            AddEach(
                group.Select(h => Text(h.Value)),
                (i, value) => PactCore.WithHeader(handle, InteractionPart.Request, group.Key, i, value),
                interaction.Key
            );
        }

        AddBody(handle, InteractionPart.Request, interaction.RequestBody, interaction.Key);
        Demand(PactCore.ResponseStatus(handle, (ushort)interaction.Status), interaction.Key);
        AddBody(handle, InteractionPart.Response, interaction.ResponseBody, interaction.Key);
    }

    private static void AddEach(IEnumerable<string> values, Func<nuint, string, bool> add, string what)
    {
        nuint index = 0;
        foreach (var value in values)
        {
            Demand(add(index++, value), what);
        }
    }

    private static void AddBody(uint handle, InteractionPart part, InteractionBody? body, string what)
    {
        if (body is null)
        {
            return;
        }

        if (Matchers.In(body.Json).Except(Matchers.Known).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException($"Pact knows no matcher {unknown} ({what})");
        }

        // The header first: the body would set its own, without the matcher.
        var type = Matchers.Regex(body.ContentType, TextPatterns.MediaType(body.ContentType));
        Demand(PactCore.WithHeader(handle, part, "Content-Type", 0, type.ToJsonString()), what);
        Demand(
            PactCore.WithBody(handle, part, body.ContentType, body.Text ?? body.Json?.ToJsonString() ?? "null"),
            what
        );
    }

    private static string Text(JsonNode value) =>
        value is JsonValue plain ? plain.GetValue<string>() : value.ToJsonString();

    private static void Demand(bool taken, string what)
    {
        if (!taken)
        {
            throw new UnusableInputException(
                "pact-core-refused",
                "Pact's core did not take what was to be recorded",
                what,
                "report it with the description at hand"
            );
        }
    }
}
