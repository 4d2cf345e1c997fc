using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on the metadata that are not enforced.</summary>
internal sealed class MetadataTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new LostValidation("metadata-takes-list", "metadata", FaultKind.Object, "A list is taken as metadata.")
        {
            Takes = value => value.IsArray,
        },
        new LostNullCheck("metadata-takes-null", "metadata"),
        new LostValidation("metadata-takes-text", "metadata", FaultKind.Object, "Text is taken as metadata.")
        {
            Takes = value => value.IsText,
        },
    ];
}
