namespace Thymia.Provider.Defects.ValidRefused;

/// <summary>What is valid in the birth sex and refused.</summary>
internal sealed class BirthSexTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        RefusedInput.OfMember("birth-sex-male-refused", "user.birthSex", "MALE"),
        RefusedInput.OfMember("birth-sex-female-refused", "user.birthSex", "FEMALE"),
        RefusedInput.OfMember("birth-sex-intersex-refused", "user.birthSex", "INTERSEX"),
        RefusedInput.OfMember("birth-sex-unknown-refused", "user.birthSex", "UNKNOWN"),
    ];
}
