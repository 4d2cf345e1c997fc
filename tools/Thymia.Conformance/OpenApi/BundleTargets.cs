using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>Finds what the references of a description in several files lead to.</summary>
/// <param name="root">The description's own file.</param>
/// <param name="changes">Takes out what leads nowhere.</param>
internal sealed class BundleTargets(SourceFile root, SideFiles sides, BundleChanges changes)
{
    /// <summary>The file and the place in it; null where a reference leads nowhere, which is then taken out.</summary>
    /// <param name="place">JSON Pointer of the reference in the document.</param>
    public (SourceFile File, string Pointer)? Find(SourceFile from, string reference, JsonObject holder, string place)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var address = hash < 0 ? reference : reference[..hash];
        if (sides.Find(from, address, out var fault) is not { } file)
        {
            changes.TakeOut(
                holder,
                place,
                fault!.Location is null ? $"the reference '{reference}' {fault.Problem}" : fault.Problem,
                fault.Hint,
                fault.Location
            );
            return null;
        }

        var fragment = hash < 0 ? "" : reference[hash..];
        var pointer =
            fragment.Length < 2 ? ""
            : fragment[1] == '/' ? JsonPointer.OfReference(fragment)
            : BundleIds.Anchor(file, Uri.UnescapeDataString(fragment[1..]));
        if (pointer is not null && (file == root || file.Find(pointer) is not null))
        {
            return (file, pointer);
        }

        changes.TakeOut(
            holder,
            place,
            $"the reference '{reference}' leads nowhere",
            $"define it in {file.Name} or correct its spelling"
        );
        return null;
    }
}
