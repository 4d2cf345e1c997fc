using System.Text.Json;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in <c>deleteData</c> and refused.</summary>
internal sealed class DeleteDataTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new RefusedInput(
            "delete-data-false-refused",
            "deleteData",
            "False is refused for deleteData, though it is the default."
        )
        {
            Refuses = request => request.At("deleteData").Kind == JsonTokenType.False,
        },
        new RefusedInput("delete-data-true-refused", "deleteData", "True is refused for deleteData.")
        {
            Refuses = request => request.At("deleteData").Kind == JsonTokenType.True,
        },
    ];
}
