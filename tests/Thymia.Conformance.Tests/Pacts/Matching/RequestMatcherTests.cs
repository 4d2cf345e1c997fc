using System.Text;
using System.Text.Json;
using Thymia.Conformance.Pacts.Matching;

namespace Thymia.Conformance.Tests.Pacts.Matching;

public sealed class RequestMatcherTests
{
    [Theory]
    // Without rules: the same members, items and values, and no more.
    [InlineData("""{"a":1}""", "{}", """{"a":1.0}""", "")]
    [InlineData("""{"a":1}""", "{}", """{"a":2}""", "$.a: found 2, expected 1")]
    [InlineData("""{"a":1}""", "{}", """{"a":1,"b":"x"}""", "$.b: found \"x\", expected no such member")]
    [InlineData("""{"a":{"b":[1]}}""", "{}", """{"a":{}}""", "$.a.b: found nothing, expected a list")]
    [InlineData("""{"a":[1,2]}""", "{}", """{"a":[1]}""", "$.a: found [1], expected a list of 2 items")]
    [InlineData("""{"a":null}""", "{}", """{"a":1}""", "$.a: found 1, expected null")]
    // One rule each.
    [InlineData("""{"a":1}""", """{"$.a":{"match":"type"}}""", """{"a":-7.5}""", "")]
    [InlineData("""{"a":1}""", """{"$.a":{"match":"type"}}""", """{"a":"1"}""", "$.a: found \"1\", expected a number")]
    [InlineData(
        """{"a":1}""",
        """{"$.a":{"match":"integer"}}""",
        """{"a":1.5}""",
        "$.a: found 1.5, expected an integer"
    )]
    [InlineData("""{"a":1.5}""", """{"$.a":{"match":"decimal"}}""", """{"a":1}""", "$.a: found 1, expected a decimal")]
    [InlineData(
        """{"a":true}""",
        """{"$.a":{"match":"boolean"}}""",
        """{"a":"true"}""",
        "$.a: found \"true\", expected a boolean"
    )]
    [InlineData("""{"a":"en"}""", """{"$.a":{"match":"regex","regex":"^(en|es)$"}}""", """{"a":"es"}""", "")]
    [InlineData(
        """{"a":"en"}""",
        """{"$.a":{"match":"regex","regex":"^(en|es)$"}}""",
        """{"a":"en\n"}""",
        "$.a: found \"en\\n\", expected text that matches ^(en|es)$"
    )]
    [InlineData(
        """{"a":"xay"}""",
        """{"$.a":{"match":"include","value":"a"}}""",
        """{"a":"b"}""",
        "$.a: found \"b\", expected text with \"a\" in it"
    )]
    [InlineData(
        """{"a":"x"}""",
        """{"$.a":{"match":"notEmpty"}}""",
        """{"a":""}""",
        "$.a: found \"\", expected a text that is not empty"
    )]
    [InlineData(
        """{"a":"1.0.0"}""",
        """{"$.a":{"match":"semver"}}""",
        """{"a":"1.0"}""",
        "$.a: found \"1.0\", expected a semantic version"
    )]
    [InlineData(
        """{"a":"2026-01-01"}""",
        """{"$.a":{"match":"date","format":"yyyy-MM-dd"}}""",
        """{"a":"2026-13-01"}""",
        "$.a: found \"2026-13-01\", expected text of the form yyyy-MM-dd"
    )]
    [InlineData(
        """{"a":"x"}""",
        """{"$.a":{"match":"datetime","format":"yyyy-MM-dd'T'HH:mm:ssX"}}""",
        """{"a":"2026-01-01T10:00:00Z"}""",
        ""
    )]
    // Of lists and objects.
    [InlineData(
        """{"a":["x"]}""",
        """{"$.a":{"match":"type","min":2}}""",
        """{"a":["y"]}""",
        "$.a: found [\"y\"], expected a list of at least 2 items"
    )]
    [InlineData(
        """{"a":["x"]}""",
        """{"$.a":{"match":"type","max":1}}""",
        """{"a":["y","z"]}""",
        "$.a: found [\"y\",\"z\"], expected a list of at most 1 item"
    )]
    [InlineData(
        """{"a":["x"]}""",
        """{"$.a":{"match":"type"}}""",
        """{"a":["y",1]}""",
        "$.a.1: found 1, expected a text"
    )]
    [InlineData(
        """{"a":[{"b":1}]}""",
        """{"$.a":{"match":"type"},"$.a[*].b":{"match":"regex","regex":"^[1-9]$"}}""",
        """{"a":[{"b":2},{"b":10}]}""",
        "$.a.1.b: found 10, expected text that matches ^[1-9]$"
    )]
    [InlineData(
        """{"a":{"k":1}}""",
        """{"$.a":{"match":"values"},"$.a.*":{"match":"type"}}""",
        """{"a":{"x":2,"y":3}}""",
        ""
    )]
    [InlineData(
        """{"a":{"k":1}}""",
        """{"$.a":{"match":"eachKey","rules":[{"match":"regex","regex":"^[a-z]$"}]}}""",
        """{"a":{"x":{}}}""",
        ""
    )]
    [InlineData(
        """{"a":{"k":1}}""",
        """{"$.a":{"match":"eachKey","rules":[{"match":"regex","regex":"^[a-z]$"}]}}""",
        """{"a":{"X":1}}""",
        "$.a: found the name \"X\", expected text that matches ^[a-z]$"
    )]
    [InlineData(
        """{"a":{"k":1}}""",
        """{"$.a":{"match":"eachValue","rules":[{"match":"integer"}]}}""",
        """{"a":{"x":"y"}}""",
        "$.a.x: found \"y\", expected an integer"
    )]
    [InlineData(
        """{"a":[1]}""",
        """{"$.a":{"match":"arrayContains","variants":[{"index":0,"rules":{"$":{"match":"integer"}}}]}}""",
        """{"a":["x",5]}""",
        ""
    )]
    [InlineData(
        """{"a":[1]}""",
        """{"$.a":{"match":"arrayContains","variants":[{"index":0,"rules":{}}]}}""",
        """{"a":["x"]}""",
        "$.a: found [\"x\"], expected an item like 1"
    )]
    [InlineData(
        """{"a":1}""",
        """{"$.a":{"match":"lunar"}}""",
        """{"a":1}""",
        "$.a: found 1, expected what the matcher 'lunar' wants, which is not known here"
    )]
    public void Compares_a_body_by_its_rules(string shown, string rules, string sent, string found)
    {
        var interaction = JsonSerializer.SerializeToElement(
            new
            {
                request = new
                {
                    method = "POST",
                    path = "/a",
                    body = JsonElement.Parse(shown),
                    matchingRules = new { body = JsonElement.Parse(rules) },
                },
            }
        );

        var mismatches = new RequestMatcher(interaction).Compare(Request(sent));

        Assert.Equal(found.Length == 0 ? [] : [$"request body at {found}"], mismatches.Select(m => m.Sentence));
    }

    [Fact]
    public void Takes_one_of_several_rules_where_they_combine_by_or()
    {
        var interaction = JsonElement.Parse(
            """
            {"request":{"method":"POST","path":"/a","body":{"a":1},"matchingRules":{"body":
             {"$.a":{"combine":"OR","matchers":[{"match":"integer"},{"match":"null"}]}}}}}
            """
        );
        var matcher = new RequestMatcher(interaction);

        Assert.Empty(matcher.Compare(Request("""{"a":null}""")));
        Assert.NotEmpty(matcher.Compare(Request("""{"a":"x"}""")));
    }

    [Theory]
    [InlineData("GET", "/a/7", "q=1&q=2", "request method: found GET, expected POST")]
    [InlineData("POST", "/a/x", "q=1&q=2", @"request path: found /a/x, expected text that matches ^/a/\d+$")]
    [InlineData("POST", "/a/7", "q=2&q=1", "request query q: found another value, expected \"1\", \"2\"")]
    [InlineData("POST", "/a/7", "", "request query q: found none, expected one")]
    [InlineData("POST", "/a/7", "q=1&q=2&r=3", "request query r: found one, expected none")]
    public void Compares_method_path_and_query(string method, string path, string query, string sentence)
    {
        var interaction = JsonElement.Parse(
            """
            {"request":{"method":"POST","path":"/a/1","query":{"q":["1","2"]},
             "matchingRules":{"path":{"matchers":[{"match":"regex","regex":"^/a/\\d+$"}]}}}}
            """
        );

        var found = new RequestMatcher(interaction).Compare(new ReceivedRequest(method, path, query, [], null));

        Assert.Equal([sentence], found.Select(m => m.Sentence));
    }

    [Fact]
    public void Never_repeats_the_header_that_was_sent()
    {
        var interaction = JsonElement.Parse("""{"request":{"path":"/a","headers":{"x-api-key":"shown"}}}""");
        var request = new ReceivedRequest("GET", "/a", "", [new("X-Api-Key", "a-key-of-somebody")], null);

        var sentence = new RequestMatcher(interaction).Compare(request).Single().Sentence;

        Assert.Equal("request header x-api-key: found another value, expected \"shown\"", sentence);
    }

    [Theory]
    [InlineData("application/json", "application/json; charset=utf-8", true)]
    [InlineData("application/json; charset=UTF-8", "application/json;charset=utf-8", true)]
    [InlineData("application/json; charset=UTF-8", "application/json", false)]
    [InlineData("a, b", "a,b", true)]
    public void Compares_headers_by_what_they_mean(string shown, string sent, bool fits)
    {
        var name = shown.Contains('/', StringComparison.Ordinal) ? "Content-Type" : "X-List";
        var interaction = JsonSerializer.SerializeToElement(
            new { request = new { path = "/a", headers = new Dictionary<string, string> { [name] = shown } } }
        );

        var found = new RequestMatcher(interaction).Compare(
            new ReceivedRequest("GET", "/a", "", [new(name, sent)], null)
        );

        Assert.Equal(fits, found.Count == 0);
    }

    [Fact]
    public void Demands_the_members_that_a_comment_names_where_the_others_may_be_left_out()
    {
        var interaction = JsonElement.Parse(
            """
            {"type":"Synchronous/HTTP","comments":{"thymia-conformance":{"required":{"":["a"]}}},
             "request":{"method":"POST","path":"/a","body":{"content":{"a":1,"b":2},"contentType":"application/json"},
             "matchingRules":{"body":{"$":{"matchers":[{"match":"eachKey","rules":[{"match":"regex",
               "regex":"^(a|b)$"}]}]}}}}}
            """
        );
        var matcher = new RequestMatcher(interaction);

        Assert.Empty(matcher.Compare(Request("""{"a":1}""")));
        Assert.Equal(
            ["request body at $.a: found nothing, expected this member"],
            matcher.Compare(Request("""{"b":2}""")).Select(m => m.Sentence)
        );
    }

    [Fact]
    public void Names_rules_that_are_not_known_here()
    {
        var interaction = JsonElement.Parse(
            """
            {"request":{"path":"/a","matchingRules":{"body":{"$.a":{"matchers":[{"match":"lunar"}]},
             "$.b":{"matchers":[{"match":"regex","regex":"("}]},"$.c":{"matchers":[{"match":"date","format":"QQ"}]},
             "$.d":{"matchers":[{"match":"type"}]}}}}}
            """
        );

        Assert.Equal(
            ["the matcher 'lunar'", "the regular expression (", "the date pattern QQ"],
            new RequestMatcher(interaction).Unknown
        );
    }

    private static ReceivedRequest Request(string body) =>
        new("POST", "/a", "", [new("Content-Type", "application/json")], Encoding.UTF8.GetBytes(body));
}
