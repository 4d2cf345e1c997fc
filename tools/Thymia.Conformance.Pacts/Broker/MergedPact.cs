using System.Text.Json.Nodes;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Broker;

/// <summary>
/// The files of one consumer and provider as the one pact that a broker keeps of a version. A single file goes as it
/// is; of several, the interactions of all go into the first, file by file, so that the same files give the same
/// bytes.
/// </summary>
internal static class MergedPact
{
    /// <exception cref="UnusableInputException">Two files have different interactions of one description.</exception>
    public static byte[] Of(IReadOnlyList<PactSummary> files)
    {
        if (files is [var only])
        {
            return File.ReadAllBytes(only.File);
        }

        var merged = PactText.Read(files[0].File);
        var interactions = merged["interactions"]!.AsArray();
        var known = interactions.Select(Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Skip(1))
        {
            foreach (var interaction in PactText.Read(file.File)["interactions"]!.AsArray())
            {
                if (!known.Add(Name(interaction)))
                {
                    throw new UnusableInputException(
                        "interaction-twice",
                        $"the interaction '{interaction?["description"]}' is in another file of {file.Consumer} and "
                            + $"{file.Provider}, too",
                        file.File,
                        "leave one of the files out, since a broker keeps one pact of a version"
                    );
                }

                interactions.Add(interaction!.DeepClone());
            }
        }

        return PactText.Compact(merged);
    }

    // What makes two interactions the same, in Pact's eyes.
    private static string Name(JsonNode? interaction) =>
        $"{interaction?["description"]}\n"
        + (interaction?["providerStates"] ?? interaction?["providerState"])?.ToJsonString();
}
