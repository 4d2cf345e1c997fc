using Thymia.Conformance.Reports.Masks;
using Thymia.Conformance.Safety;

namespace Thymia.Conformance.Tests.Safety;

public sealed class SeveralSecretsTests
{
    [Theory]
    [InlineData("first-secret-of-a-test")]
    [InlineData("second-secret-of-a-test")]
    [InlineData("ann:the-password-of-ann")]
    [InlineData("the-password-of-ann")]
    public void Every_configured_secret_is_masked_and_so_is_a_password(string secret)
    {
        var masking = new Masking(
            Masking.Usual,
            "first-secret-of-a-test",
            ["second-secret-of-a-test", "ann:the-password-of-ann"]
        );
        Assert.DoesNotContain(secret, masking.Text($"before {secret} behind"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_by_itself_is_no_secret() =>
        Assert.Equal(["ann:pass:word", "pass:word"], Secrets.Parts("ann:pass:word"));
}
