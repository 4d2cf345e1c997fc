namespace Thymia.Provider.Defects;

/// <summary>Defects about one thing, a row each. They keep nothing, so every provider has the same ones.</summary>
internal interface IDefectTable
{
    IReadOnlyList<Defect> Rows { get; }
}
