using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in the metadata and refused.</summary>
internal sealed class MetadataTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new RefusedInput("empty-metadata-refused", "metadata", "Empty metadata is refused.")
        {
            Refuses = request => request.At("metadata") is { IsObject: true } metadata && metadata.Members().Count == 0,
        },
        new RefusedInput("metadata-null-refused", "metadata", "Metadata with a null in it is refused.")
        {
            Refuses = request => request.At("metadata").Members().Any(member => member.Value.IsNull),
        },
        new RefusedInput("metadata-number-refused", "metadata", "Metadata with anything but text in it is refused.")
        {
            Refuses = request => request.At("metadata").Members().Any(member => !member.Value.IsText),
        },
    ];
}
