using System.Diagnostics;
using System.Reflection;
using Thymia.Conformance.Suite.Session;
using Thymia.Conformance.Text;
using Thymia.Conformance.Xunit.Session;
using Xunit.v3;

[assembly: UsableSettings]

namespace Thymia.Conformance.Suite.Session;

/// <summary>
/// Keeps tests from starting where the settings are unusable: whichever comes first fails with the reason, whatever
/// filter chose it, and the others are skipped, so that one mistake is one failed test.
/// </summary>
[StackTraceHidden]
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class UsableSettingsAttribute : BeforeAfterTestAttribute
{
    private static int _failures;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Configured.Planned.Unusable is not { } problem)
        {
            return;
        }

        Assert.SkipWhen(
            Interlocked.Increment(ref _failures) > 1,
            "the settings cannot be used; the test that failed says why"
        );
        Assert.Fail(SafeText.Of(SettingWords.AsVariables(problem)));
    }
}
