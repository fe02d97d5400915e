package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"

	"dulcet/ui/theme"
	"dulcet/ui/widget"
)

// A lookBack is the one place of looking back: the log, the trend and the
// favourites, and where one came from. Each view stays as it was left.
type lookBack struct {
	log        *logScreen
	trend      *trendScreen
	favourites *favouritesScreen // made when they are first looked at
}

// newLookBack returns the views of looking back that belong to a log.
func newLookBack(v *visit, log *logScreen) *lookBack {
	views := &lookBack{log: log}
	views.trend = &trendScreen{visit: v, from: log.from, views: views, span: usualSpan}
	return views
}

// The names of the views, in their order.
const (
	logName        = "log"
	trendName      = "trend"
	favouritesName = "favourites"
)

// next returns the view after one of a name.
func (l *lookBack) next(name string) screen {
	switch name {
	case logName:
		return l.trend
	case trendName:
		if l.favourites == nil {
			l.favourites = newFavouritesScreen(l.log.visit, l.log.from)
			l.favourites.views = l
		}
		return l.favourites
	}
	return l.log
}

// nextName is the name of the view after one.
func nextName(name string) string {
	return map[string]string{logName: trendName, trendName: favouritesName, favouritesName: logName}[name]
}

// nextKey is the key that leads to the view after one.
func nextKey(keys *keyMap, name string) key.Binding { return told(keys.view, nextName(name)) }

// head names the place and its views, with an arrow before the one that is
// shown.
func (l *lookBack) head(name string, keys *keyMap, width int, st theme.Styles) string {
	var tabs []string
	for _, tab := range []string{logName, trendName, favouritesName} {
		if tab == name {
			tabs = append(tabs, st.Strong.Render("› "+tab))
			continue
		}
		text := st.Faint.Render(tab)
		if tab == nextName(name) {
			press, _ := keyNamed(keys.view.Keys()[0])
			text = widget.Mark(keyTarget(press), text)
		}
		tabs = append(tabs, text)
	}
	return widget.Spread(st.Text.Render("looking back"), strings.Join(tabs, "  "), width)
}
