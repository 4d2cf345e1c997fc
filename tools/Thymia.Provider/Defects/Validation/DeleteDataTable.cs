using System.Text;
using Thymia.Provider.Json;
using Thymia.Provider.Rules;

namespace Thymia.Provider.Defects.Validation;

/// <summary>Demands on <c>deleteData</c> that are not enforced.</summary>
internal sealed class DeleteDataTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new LostNullCheck("delete-data-takes-null", "deleteData"),
        new LostValidation(
            "delete-data-takes-number",
            "deleteData",
            FaultKind.Boolean,
            "Numbers are taken as booleans."
        )
        {
            Takes = value => value.IsNumber,
        },
        new LostValidation(
            "delete-data-takes-text",
            "deleteData",
            FaultKind.Boolean,
            "The words true and false are taken as booleans."
        )
        {
            Takes = value => value.AsText() is "true" or "false",
        },
        new LostValidation(
            "delete-data-takes-whole-fraction",
            "deleteData",
            FaultKind.Boolean,
            "0.0 and 1.0 are taken as booleans."
        )
        {
            Takes = value => Encoding.UTF8.GetString(value.Raw.Span) is "0.0" or "1.0",
        },
        new LostValidation("delete-data-unchecked", "deleteData", FaultKind.Boolean, "Anything is taken as a boolean."),
    ];
}
