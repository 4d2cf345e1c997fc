namespace Thymia.Conformance.Judging;

/// <summary>One named question put to a case and its answer. Asked from many threads at once.</summary>
internal interface ICheck
{
    CheckDescription Description { get; }

    CheckResult Ask(Evidence evidence);
}
