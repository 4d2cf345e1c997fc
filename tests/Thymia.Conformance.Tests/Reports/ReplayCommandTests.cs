using Thymia.Conformance.Configuration;
using Thymia.Conformance.Reports.Commands;

namespace Thymia.Conformance.Tests.Reports;

public sealed class ReplayCommandTests
{
    [Fact]
    public void Names_what_the_case_depends_on_and_nothing_that_is_usual()
    {
        Assert.Equal(
            "thymia-conformance explain a:b --seed 1 --send",
            ReplayCommand.Of(new ConformanceOptions(), true).For("a:b")
        );
        Assert.Equal(
            "thymia-conformance explain a --seed 7 --base-url https://api.example.com/ --description 'my api.yaml' "
                + "--random 5 --tier schema --policy auto --allow-phone-numbers --defect x --send",
            ReplayCommand
                .Of(
                    new ConformanceOptions
                    {
                        Seed = 7,
                        BaseUrl = new Uri("https://api.example.com"),
                        Description = "my api.yaml",
                        Random = 5,
                        Tier = DemandedTier.Schema,
                        Policy = "auto",
                        AllowPhoneNumbers = true,
                        ApiKey = "secret",
                    },
                    false,
                    "--defect",
                    "x"
                )
                .For("a")
        );
    }
}
