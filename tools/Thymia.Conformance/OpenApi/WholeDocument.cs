using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Thymia.Conformance.OpenApi;

/// <summary>A description as one tree, whatever number of files it is written in.</summary>
internal sealed class WholeDocument
{
    /// <summary>Where each value is written.</summary>
    public required PlaceMap Places { get; init; }

    /// <summary>References that lead to no file, or to nothing in it.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>References that read otherwise in their files, by pointer.</summary>
    public IReadOnlyDictionary<string, string> Written { get; init; } = new Dictionary<string, string>();

    private IReadOnlyList<(string Name, byte[] Hash)> Sides { get; init; } = [];

    /// <summary>What the changes have to say for themselves, each with its line.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Puts the tree together, in that of the description itself.</summary>
    /// <param name="overlays">Changes to it, in order, with the hashes of their files.</param>
    public static WholeDocument Of(
        JsonObject root,
        SourceFile file,
        DescriptionFiles? files,
        IReadOnlyList<(Overlay Changes, byte[] Hash)> overlays
    )
    {
        if (overlays.Count == 0 && (files is null || !Bundle.IsNeeded(root)))
        {
            return new WholeDocument { Places = new PlaceMap(file) };
        }

        var origins = new Origins();
        origins.Note(root, file, "");
        var sides = files is null ? null : new SideFiles(files, file);
        var bundle = sides is null ? null : new Bundle(root, file, sides, origins);
        Assemble(bundle, root);
        var remarks = overlays.SelectMany(o => o.Changes.Apply(root, origins)).ToList();
        if (overlays.Count > 0)
        {
            Assemble(bundle, root);
        }

        return new WholeDocument
        {
            Places = origins.Map(root, file),
            Faults = bundle?.Faults ?? [],
            Written = bundle?.Written ?? new Dictionary<string, string>(),
            Sides = [.. sides?.Hashes ?? [], .. overlays.Select(o => ("overlay", o.Hash))],
            Remarks = remarks,
        };
    }

    private static void Assemble(Bundle? bundle, JsonObject root)
    {
        if (bundle is not null && Bundle.IsNeeded(root))
        {
            bundle.Assemble();
        }
    }

    /// <summary>Of the bytes of the description, and of every file that was read for it.</summary>
    public string Sha256(byte[] bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes);
        foreach (var (name, side) in Sides)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(side);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The fault with the pointers that its own file has.</summary>
    public Fault Named(Fault fault) =>
        fault with
        {
            Problem = Places.Named(fault.Pointer, fault.Problem),
            Hint = Places.Named(fault.Pointer, fault.Hint),
        };
}
